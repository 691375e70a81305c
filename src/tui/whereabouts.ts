import type { RowChange } from '../delta/types.ts';
import type { Change } from '../fleet/fleet.ts';
import { arrivedSerial, departedSerial } from '../fleet/moves.ts';
import type { SectionName } from '../model/catalogue.ts';
import { type State, textsOf } from './state.ts';

/** Where a part went that a machine has no more, and where one came from that it has now; empty where that is not known. */
export function whereabouts(
  state: Pick<State, 'language'>,
  section: SectionName,
  change: RowChange,
  moves: readonly Change[],
): readonly string[] {
  if (moves.length === 0) return [];
  const { compare } = textsOf(state);
  const [gone, come] = [departedSerial(section, change), arrivedSerial(section, change)];
  return moves
    .filter((move) => move.section === section)
    .flatMap((move) => {
      const serial = arrivedSerial(section, move);
      if (serial === undefined) return [];
      if (serial === gone) return [compare.wentTo(move.machine.name)];
      return serial === come && move.from.machine ? [compare.cameFrom(move.from.machine.name)] : [];
    });
}
