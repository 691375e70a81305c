/** A block of LVM's text format, such as a volume group in /etc/lvm/backup: settings and blocks by name. */
export interface LvmBlock {
  readonly values: ReadonlyMap<string, LvmValue>;
  readonly blocks: ReadonlyMap<string, LvmBlock>;
}

/** A word or number as it is written, or a list of them. */
export type LvmValue = string | readonly string[];

interface OpenBlock {
  readonly values: Map<string, LvmValue>;
  readonly blocks: Map<string, LvmBlock>;
}

const TOKEN = /#.*|"((?:[^"\\]|\\.)*)"|([{}=[\],])|([^\s{}=[\],"#]+)/g;

/** As lvm.conf(5) describes it: `name { … }`, `name = value`, lists in brackets, remarks after `#`. */
export function parseLvmMetadata(text: string): LvmBlock {
  const root: OpenBlock = { values: new Map(), blocks: new Map() };
  const open: OpenBlock[] = [root];
  let name = '';
  let list: string[] | undefined;
  let isValue = false;
  for (const [token, quoted, mark, bare] of text.matchAll(TOKEN)) {
    if (token.startsWith('#')) continue;
    const inside = open.at(-1) ?? root;
    const word = quoted?.replace(/\\(.)/g, '$1') ?? bare;
    if (word !== undefined) {
      if (list) list.push(word);
      else if (isValue) inside.values.set(name, word);
      else name = word;
      isValue = false;
    } else if (mark === '=') isValue = true;
    else if (mark === '[') list = [];
    else if (mark === ']') {
      inside.values.set(name, list ?? []);
      [list, isValue] = [undefined, false];
    } else if (mark === '{') {
      const block: OpenBlock = { values: new Map(), blocks: new Map() };
      inside.blocks.set(name, block);
      open.push(block);
    } else if (mark === '}' && open.length > 1) open.pop();
  }
  return root;
}
