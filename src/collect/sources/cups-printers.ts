/** printers.conf of CUPS: `<Printer NAME>` (or `<DefaultPrinter NAME>`), lines `Key value`, `</Printer>`. */
export function parseCupsPrinters(text: string): readonly ReadonlyMap<string, string>[] {
  const blocks = text.matchAll(/^<(?:Default)?Printer ([^>\n]+)>\n(.*?)^<\/(?:Default)?Printer>/gms);
  return [...blocks].map(([, name = '', body = '']) => new Map([['name', name], ...lines(body)]));
}

function lines(body: string): readonly (readonly [string, string])[] {
  return [...body.matchAll(/^(\w+) (.*)$/gm)].map(([, key = '', value = '']) => [key, value.trim()] as const);
}
