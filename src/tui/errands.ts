import type { NoticeId } from './state.ts';

/** What the explorer wants done outside of itself. */
export type Errand =
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'write'; readonly name: string; readonly ending: string; readonly text: string }
  | { readonly kind: 'mouse'; readonly on: boolean }
  | { readonly kind: 'dump'; readonly text: string }
  | { readonly kind: 'undump' };

/** A sentence for the foot bar, with what it is about. */
export interface Notice {
  readonly id: NoticeId;
  readonly detail?: string;
}

/** Does an errand, and tells how it went. */
export type RunErrand = (errand: Errand) => Notice | undefined;
