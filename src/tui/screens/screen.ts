import type { Body } from '../body.ts';
import type { Line } from '../line.ts';
import type { Query } from '../queries.ts';
import type { Route } from '../routes.ts';
import type { State } from '../state.ts';
import type { Table } from '../taking/table.ts';

/** What a screen is made of. `R` is how it is looked at. */
export interface Screen<R extends Route> {
  /** Lines between the title and the body: always as many, so that nothing jumps. */
  readonly headHeight: number;
  /** Lines kept visible beyond the cursor. */
  readonly margin: number;
  /** What it needs to know, first things first; asked anew after each answer. */
  queries(state: State, route: R): readonly Query[];
  /** What stands beside needs to know: asked once the keys rest. */
  besideQueries?(state: State, route: R): readonly Query[];
  /** Where this is, for the title. */
  crumbs(state: State, route: R): readonly string[];
  /** A few words for the right end of the title. */
  status(state: State, route: R): string;
  head(state: State, route: R, width: number): readonly Line[];
  body(state: State, route: R, width: number): Body;
  /** What it shows, as data; its lines where there is none. */
  table?(state: State, route: R): Table | undefined;
  /** What is shown beside the body, where there is room. */
  aside?(state: State, route: R): Aside | undefined;
}

export interface Aside {
  readonly width: number;
  readonly lines: readonly Line[];
}
