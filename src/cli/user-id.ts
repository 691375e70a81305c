import { readdirSync } from 'node:fs';
import { systemCode } from '../model/errors.ts';

/** Who runs the program: 0 is root, or on Windows who has the rights of an administrator; undefined for other users there. */
export function ownUserId(): number | undefined {
  if (process.getuid) return process.getuid();
  return mayList(`${process.env['SystemRoot'] ?? 'C:\\Windows'}\\System32\\config\\systemprofile`) ? 0 : undefined;
}

/** The home of SYSTEM is closed to everybody but administrators; Windows tells its rights in no other way without a program. */
export function mayList(folder: string): boolean {
  try {
    readdirSync(folder);
    return true;
  } catch (error) {
    if (systemCode(error)) return false;
    throw error;
  }
}
