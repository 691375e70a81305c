/** Where there are no readers of our own, systeminformation reads. It starts programs, so never where there are. */
export const portablePlatforms: readonly NodeJS.Platform[] = ['freebsd', 'openbsd', 'netbsd', 'sunos'];

/** On macOS it starts system_profiler, which is asked once for everything, for all but these few. */
export const portablePlatformsAndMacos: readonly NodeJS.Platform[] = [...portablePlatforms, 'darwin'];

/** On Windows it starts PowerShell, which is asked once for everything, up to seven times for a value; for these few it is left to. */
export const portablePlatformsAndWindows: readonly NodeJS.Platform[] = [...portablePlatforms, 'win32'];
