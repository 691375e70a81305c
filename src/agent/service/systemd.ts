import { ORIGIN, type Plan, type ServiceFile } from './plan.ts';
import { DAY_MINUTES, delayOf, WEEK_MINUTES } from './schedule.ts';

/** A service that runs once and the timer that starts it. systemd.exec(5), systemd.timer(5). */
export function systemdFiles(plan: Plan): readonly ServiceFile[] {
  return [
    { path: '/etc/systemd/system/parcours-agent.service', text: serviceUnit(plan) },
    { path: '/etc/systemd/system/parcours-agent.timer', text: timerUnit(plan) },
  ];
}

/**
 * Root's right to read everything, and no other. Left open because an inventory looks there: /proc of all processes
 * (what runs, who is logged in), /usr/lib/modules (so no ProtectKernelModules, the module calls are denied instead),
 * /home and the network. V8 compiles while it runs, so no MemoryDenyWriteExecute.
 */
function serviceUnit(plan: Plan): string {
  return `# ${ORIGIN}
[Unit]
Description=Inventory of this machine
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
ExecStart=${plan.command.map(quoted).join(' ')}
${writablePaths(plan)}
UMask=0077
TimeoutStartSec=5min
MemoryMax=256M
TasksMax=64
Nice=10
IOSchedulingClass=idle

NoNewPrivileges=yes
CapabilityBoundingSet=CAP_DAC_READ_SEARCH CAP_SYS_PTRACE
ProtectSystem=strict
ProtectHome=read-only
PrivateTmp=${usesTemporary(plan) ? 'no' : 'yes'}
PrivateDevices=yes
PrivateMounts=yes
ProtectClock=yes
ProtectControlGroups=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelTunables=yes
LockPersonality=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallErrorNumber=EPERM
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
`;
}

function timerUnit({ schedule }: Plan): string {
  return `# ${ORIGIN}
[Unit]
Description=When this machine is inventoried

[Timer]
OnCalendar=${calendar(schedule.every)}
RandomizedDelaySec=${delayOf(schedule)}min
AccuracySec=1min
Persistent=yes

[Install]
WantedBy=timers.target
`;
}

function calendar(every: number): string {
  if (every === WEEK_MINUTES) return 'Mon *-*-* 00:00:00';
  if (every === DAY_MINUTES) return '*-*-* 00:00:00';
  return every < 60 ? `*-*-* *:00/${every}:00` : `*-*-* 00/${every / 60}:00:00`;
}

const STATE = '/var/lib/';

/** systemd makes a folder of the usual place at each start; another one is there. */
function writablePaths({ stateFolder, writable }: Plan): string {
  const isUsual = stateFolder.startsWith(STATE) && /^[\w./-]+$/.test(stateFolder);
  const paths = [...(isUsual ? [] : [stateFolder]), ...writable];
  return [
    ...(isUsual ? [`StateDirectory=${stateFolder.slice(STATE.length)}`, 'StateDirectoryMode=0700'] : []),
    ...paths.map((path) => `ReadWritePaths=${quoted(path)}`),
  ].join('\n');
}

function usesTemporary({ command, stateFolder, writable }: Plan): boolean {
  return [...command, stateFolder, ...writable].some((word) => /(?:^|=)\/(?:var\/)?tmp\//.test(word));
}

/** A word of a command line in a unit: `%` is a specifier and `$` a variable. */
function quoted(word: string): string {
  const literal = word.replaceAll('%', '%%').replaceAll('$', () => '$$');
  if (/^[\w@:,./=+%-]+$/.test(literal)) return literal;
  return `"${literal.replace(/["\\]/g, '\\$&')}"`;
}
