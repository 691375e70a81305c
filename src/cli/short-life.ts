import { setFlagsFromString } from 'node:v8';

/**
 * From now on this process spends neither time nor memory on running fast later: code is not optimised, and the space
 * for young objects stays as small as it is. An agent run is over before either pays; it saves a seventh of its memory.
 */
export function expectShortLife(): void {
  setFlagsFromString('--no-opt');
  setFlagsFromString('--semi-space-growth-factor=1');
}
