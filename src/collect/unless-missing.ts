import { ParcoursError, systemCode } from '../model/errors.ts';

// What /sys answers where a device has no such value, beside the plain absence of a file.
const MISSING = new Set(['ENOENT', 'ENOTDIR', 'EINVAL', 'ENODEV', 'ENXIO', 'ENODATA', 'EOPNOTSUPP', 'ENOTSUP']);
const FORBIDDEN = new Set(['EACCES', 'EPERM']);

/** What a file operation gives; undefined where there is nothing to give. Rejects with `permission` where it may not. */
export async function unlessMissing<T>(path: string, work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    const code = systemCode(error) ?? '';
    if (MISSING.has(code)) return undefined;
    if (FORBIDDEN.has(code)) throw new ParcoursError('permission', `${path} may not be read`, error);
    throw error;
  }
}
