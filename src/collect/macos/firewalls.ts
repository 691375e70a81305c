import { text } from '../sources/values.ts';
import { fromReport } from './from-report.ts';

/** The firewall of macOS, which lets programs in or not. */
export const macosFirewalls = fromReport('macos/firewalls', 'firewall', ['SPFirewall'], (parts) =>
  parts('SPFirewall').flatMap((settings) => {
    const state = text(settings['spfirewall_globalstate']);
    return state ? [{ description: 'Application Firewall', status: STATES[state] ?? 'unknown' }] : [];
  }),
);

// Who lets everybody in has none.
const STATES: Readonly<Record<string, string>> = {
  spfirewall_globalstate_off: 'off',
  spfirewall_globalstate_allow_all: 'off',
  spfirewall_globalstate_limit_connections: 'on',
  spfirewall_globalstate_block_all: 'on',
};
