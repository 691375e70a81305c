/** Where there are no readers of our own, systeminformation reads. It starts programs, so never where there are. */
export const portablePlatforms: readonly NodeJS.Platform[] = ['win32', 'freebsd', 'openbsd', 'netbsd', 'sunos'];

/** On macOS it starts system_profiler, which is asked once for everything, for all but these few. */
export const portablePlatformsAndMacos: readonly NodeJS.Platform[] = [...portablePlatforms, 'darwin'];
