import { isOnNetwork, type Mount, mountOf } from './sources/mountinfo.ts';

/**
 * Whether a file is answered for by the kernel itself, or by a disk of this machine, so that reading it takes no time
 * that matters. Where another machine or a program answers for a file system, only the folders of the system that lie
 * elsewhere count: any other path may lead there by a link. Where the mounts are not known, nothing does.
 */
export function nearness(mounted: readonly Mount[]): (path: string) => boolean {
  if (mounted.length === 0) return () => false;
  const far = mounted.filter(isOnNetwork);
  if (far.length === 0) return (path) => !DEVICE.test(path);
  return (path) => {
    const mount = SYSTEM.test(path) && !DEVICE.test(path) ? mountOf(path, mounted) : undefined;
    return mount !== undefined && !far.includes(mount);
  };
}

const SYSTEM = /^\/(?:proc|sys|etc|run|usr|var\/lib)(?:\/|$)/;

/**
 * What the kernel asks of a device, its driver or its firmware, or of a lock that one of them may hold for as long as
 * it is stuck: sensors, batteries, screens, USB names, the speed of a network card, EFI variables, RAID, and the memory
 * of another process.
 */
const DEVICE = new RegExp(
  [
    '^/dev/',
    '^/sys/(?:class/(?:drm|hwmon|power_supply|thermal|tpm|usbmisc|video4linux)|bus/(?:iio|usb)/devices)/[^/]+/',
    '^/sys/class/net/[^/]+/(?:speed|duplex)$',
    '^/sys/firmware/efi/(?:efi)?vars/',
    '^/sys/block/[^/]+/md/',
    '^/proc/(?:mdstat$|\\d+/(?:cmdline|environ)$)',
  ].join('|'),
);
