import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inventoryXml } from '../wire/captures.ts';
import { newSite } from './site.ts';

/** However an inventory is written, what is kept is what was meant; what had to be repaired is counted and logged. */
const ID = 'pc1-2026-01-02-03-04-05';
const MEANT = 'Café Müller œuf';

function document(text: string, declaration = ''): string {
  const xml = inventoryXml(`<HARDWARE><NAME>pc1</NAME><DESCRIPTION>${text}</DESCRIPTION></HARDWARE>`).toString();
  return xml.replace(/^<\?xml.*?\?>/, declaration);
}

function declared(charset: string): string {
  return `<?xml version="1.0" encoding="${charset}"?>`;
}

/** `œ` is 9c in windows-1252. */
function windows1252(text: string): Buffer {
  return Buffer.from(text.replaceAll('œ', '\u009c'), 'latin1');
}

async function kept(body: string | Uint8Array, id = ID) {
  const site = newSite();
  const { status } = await site.post(deflateSync(body));
  expect(status).toBe(200);
  const [row] = await site.rows(id, 'hardware');
  const { replacedCharacters = 0, recodedTexts = 0 } = site.log.lines.at(-1)?.fields ?? {};
  return { text: row?.['description'], repairs: [replacedCharacters, recodedTexts] };
}

describe('a charset', () => {
  it.each([
    ['UTF-8, declared', Buffer.from(document(MEANT, declared('UTF-8'))), 0],
    ['UTF-8, undeclared', Buffer.from(document(MEANT)), 0],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${document(MEANT, declared('UTF-8'))}`), 0],
    ['windows-1252, declared', windows1252(document(MEANT, declared('windows-1252'))), 0],
    ['windows-1252 that says ISO-8859-1', windows1252(document(MEANT, declared('ISO-8859-1'))), 0],
    ['windows-1252, undeclared', windows1252(document(MEANT)), 1],
    ['windows-1252 that says UTF-8', windows1252(document(MEANT, declared('UTF-8'))), 1],
    ['UTF-16, little end first', Buffer.from(`\ufeff${document(MEANT, declared('UTF-16'))}`, 'utf16le'), 0],
    ['UTF-16, big end first', Buffer.from(`\ufeff${document(MEANT, declared('UTF-16'))}`, 'utf16le').swap16(), 0],
  ])('may be %s', async (_, body, recoded) => {
    expect(await kept(body)).toEqual({ text: MEANT, repairs: [0, recoded] });
  });

  it.each([
    ['ISO-8859-1, declared', declared('ISO-8859-1'), 0],
    ['Latin-1, undeclared', '', 1],
  ])('may be %s', async (_, declaration, recoded) => {
    const body = Buffer.from(document('Müller', declaration), 'latin1');
    expect(await kept(body)).toEqual({ text: 'Müller', repairs: [0, recoded] });
  });
});

describe('a character', () => {
  it.each([
    ['NUL', 'a\u0000b'],
    ['a control character', 'a\u001bb'],
    ['a control character by its number', 'a&#x1F;b'],
    ['half a character by its number', 'a&#xD800;b'],
  ])('that XML forbids is replaced and counted: %s', async (_, text) => {
    expect(await kept(document(text))).toEqual({ text: 'a\ufffdb', repairs: [1, 0] });
  });

  it('of which UTF-16 holds only a half is replaced and counted', async () => {
    const body = Buffer.from(`\ufeff${document('a\ud83db')}`, 'utf16le');
    expect(await kept(body)).toEqual({ text: 'a\ufffdb', repairs: [0, 1] });
  });

  it('of which UTF-8 holds only a half loses nothing else, and is counted', async () => {
    const [before = '', after = ''] = document('a@b').split('@');
    const body = Buffer.concat([Buffer.from(before), Buffer.from([0xed, 0xa0, 0xbd]), Buffer.from(after)]);
    const { text, repairs } = await kept(body);
    expect([text, repairs]).toEqual([expect.stringMatching(/^a.+b$/), [0, 1]]);
  });

  it.each(['💻 laptop 👩‍🔬', 'Компьютер', '電腦', 'a\u0301 \u202eb'])('may be any other: %s', async (text) => {
    expect(await kept(document(text))).toEqual({ text, repairs: [0, 0] });
  });

  it('at the end of a line may be CRLF or CR, which XML reads as LF', async () => {
    const body = document('two\r\nlines\rof').replaceAll('><', '>\r\n<');
    expect(await kept(body)).toEqual({ text: 'two\nlines\nof', repairs: [0, 0] });
  });
});

describe('a document', () => {
  it.each([
    ['a space before = in its declaration', '<?xml version ="1.0" encoding="UTF-8" ?>'],
    ['single quotes in its declaration', "<?xml version='1.0' encoding='UTF-8'?>"],
    ['blanks and a line before its declaration', '\r\n <?xml version="1.0"?>'],
  ])('may have %s', async (_, declaration) => {
    expect(await kept(document(MEANT, declaration))).toEqual({ text: MEANT, repairs: [0, 0] });
  });

  it('may give its DEVICEID first or last, or QUERY before it', async () => {
    const last = document(MEANT);
    const element = `<DEVICEID>${ID}</DEVICEID>`;
    const first = last.replace(element, '').replace('<REQUEST>', `<REQUEST>${element}`);
    const query = '<QUERY>INVENTORY</QUERY>';
    const afterQuery = last.replace(query, '').replace('<REQUEST>', `<REQUEST>${query}`);
    for (const body of [last, first, afterQuery]) expect((await kept(body)).text).toBe(MEANT);
  });

  it('may have a DEVICEID in Cyrillic, in any charset that has it', async () => {
    const id = 'бухгалтерия-2026-01-02-03-04-05';
    const body = document(MEANT).replace(ID, id);
    for (const bytes of [Buffer.from(body), Buffer.from(`\ufeff${body}`, 'utf16le')]) {
      expect((await kept(bytes, id)).text).toBe(MEANT);
    }
  });
});
