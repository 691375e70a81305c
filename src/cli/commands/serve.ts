import { problem } from '../../i18n/problem.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { printJson } from '../output.ts';
import { startReceiver } from '../receiver.ts';

const DEFAULT_ADDRESS = '127.0.0.1:8080';

export const command: Command = {
  options: [
    'listen',
    'tls-cert',
    'tls-key',
    'client-ca',
    'user',
    'password',
    'password-file',
    'prolog-freq',
    'frequency',
    'no-category',
    'max-body',
    'max-inflated',
  ],
  examples: [
    'parcours serve',
    'parcours serve --listen 0.0.0.0:8080 --store /srv/fleet',
    'parcours serve --listen 0.0.0.0:8443 --tls-cert server.pem --tls-key server.key --user agents --password-file secret',
  ],
  endsItself: true,
  async run(context) {
    const { args, messages, note, print, stop } = context;
    const typed = args.texts('listen');
    const addresses = (typed.length > 0 ? typed : [DEFAULT_ADDRESS]).map(addressOf);
    const receiver = await startReceiver(context, addresses);
    const asJson = printJson(context, { listening: receiver.urls });
    for (const url of receiver.urls) {
      if (!asJson) print(messages.cli.listening(url));
      if (isOpenAndPlain(url)) note(messages.cli.plainListener);
    }
    if (!stop.aborted) await new Promise((stopped) => stop.addEventListener('abort', stopped, { once: true }));
    note(messages.cli.stopping);
    await receiver.close();
    return exitCodes.done;
  },
};

/** Inventories hold serials, users and licence keys. */
function isOpenAndPlain(url: string): boolean {
  const { hostname, protocol } = new URL(url);
  return protocol === 'http:' && !/^(?:127\.|\[::1\]$|localhost$)/.test(hostname);
}

function addressOf(text: string): { host: string; port: number } {
  const [, host, digits] = /^(?:\[?([^\]]*?)\]?:)?(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (digits === undefined || port > 65_535) throw problem('usage', 'noListenAddress', text);
  return { host: host || '127.0.0.1', port };
}
