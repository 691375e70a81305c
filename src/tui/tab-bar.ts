import { type Line, lineWidth, span } from './line.ts';
import { type Tab, tabs } from './routes.ts';

type Titles = Readonly<Record<Tab, string>>;

/** The tabs by number and name; where there is no room for all names, only the one that is open keeps its own. */
export function tabBar(titles: Titles, open: Tab, changed: ReadonlySet<Tab>, width: number): Line {
  const roomy = barOf(titles, open, changed, '  ', () => true);
  if (lineWidth(roomy) <= width) return roomy;
  const tight = barOf(titles, open, changed, ' ', () => true);
  return lineWidth(tight) <= width ? tight : barOf(titles, open, changed, ' ', (tab) => tab === open);
}

function barOf(
  titles: Titles,
  open: Tab,
  changed: ReadonlySet<Tab>,
  gap: string,
  isNamed: (tab: Tab) => boolean,
): Line {
  return tabs.flatMap((tab, index) => {
    const mark = changed.has(tab) ? '~' : ' ';
    const label = isNamed(tab) ? `${index + 1}${mark}${titles[tab]}` : `${index + 1}${mark}`.trimEnd();
    return [...(index > 0 ? [span(gap)] : []), span(label, tab === open ? 'selected' : undefined)];
  });
}
