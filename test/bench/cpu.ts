/** Milliseconds of CPU, on all threads, that the work takes on these items one after the other. */
export async function cpuOf<T>(items: readonly T[], work: (item: T) => unknown): Promise<number> {
  const start = process.cpuUsage();
  for (const item of items) await work(item);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
