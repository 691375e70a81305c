import { comparingMusts } from './comparing.ts';
import { everyoneMusts } from './everyone.ts';
import { findingMusts } from './finding.ts';
import { movingMusts } from './moving.ts';
import type { Scene } from './scene.ts';
import { takingMusts } from './taking.ts';
import { timeMusts } from './time.ts';

/** Shows that something people expect of the explorer works. */
export type Must = (scene: Scene) => Promise<void>;

/** Everything the explorer must do, by the name people know it under. */
export const musts: Readonly<Record<string, Must>> = {
  ...movingMusts,
  ...findingMusts,
  ...comparingMusts,
  ...takingMusts,
  ...timeMusts,
  ...everyoneMusts,
};
