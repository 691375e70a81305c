import type { Host } from '../../model/host.ts';
import { parseIfconfig, type ShownInterface } from '../sources/ifconfig.ts';
import { decode } from '../sources/text.ts';

/** What `ifconfig -a` lists, without what macOS makes for itself. Undefined where there is no ifconfig. */
export async function askInterfaces(host: Host): Promise<readonly ShownInterface[] | undefined> {
  const result = await host.run('/sbin/ifconfig', ['-a'], { milliseconds: 10_000, bytes: 1024 * 1024 });
  return result && parseIfconfig(decode(result.output)).filter(isForPeople);
}

// Loopback, tunnels nobody set up, AirDrop and its companions, the processor's own debugging interfaces.
const OWN = /^(?:lo|gif|stf|awdl|llw|anpi|ap|nan|pktap|iptap|XHC)\d/;
const TUNNEL = /^utun\d/;

/** Tunnels of the system itself have no address but a link-local one. */
function isForPeople({ name, addresses }: ShownInterface): boolean {
  if (OWN.test(name)) return false;
  return !TUNNEL.test(name) || addresses.some(({ address }) => !address.startsWith('fe80:'));
}
