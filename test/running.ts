import { readFileSync } from 'node:fs';

/** Whether a process is under way; one that has ended, and that nobody has asked for, is a zombie. Linux only. */
export function isRunning(pid: string): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
