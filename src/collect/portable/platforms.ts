/** Where there are no readers of our own, systeminformation reads. It starts programs, so never where there are. */
export const portablePlatforms: readonly NodeJS.Platform[] = [
  'win32',
  'darwin',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
];
