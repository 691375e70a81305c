import { ORIGIN, type Plan, type ServiceFile } from './plan.ts';
import { DAY_MINUTES, type Schedule, WEEK_MINUTES } from './schedule.ts';

/** A line of root's for cron, crontab(5). A machine that is off at that time misses it. */
export function cronFiles({ command, schedule }: Plan): readonly ServiceFile[] {
  const words = ['nice', '-n', '10', ...command].map(quoted).join(' ');
  const line = `${times(schedule)} root ${words} 2>&1 | logger -t parcours-agent`;
  // To cron, `%` is the end of the line.
  const text = `# ${ORIGIN}\nSHELL=/bin/sh\nPATH=/usr/sbin:/usr/bin:/sbin:/bin\n${line.replaceAll('%', '\\%')}\n`;
  return [{ path: '/etc/cron.d/parcours-agent', text }];
}

function times({ every, at }: Schedule): string {
  const minute = at % 60;
  const hour = Math.floor(at / 60) % 24;
  if (every === WEEK_MINUTES) return `${minute} ${hour} * * ${(Math.floor(at / DAY_MINUTES) + 1) % 7}`;
  if (every === DAY_MINUTES) return `${minute} ${hour} * * *`;
  return every < 60 ? `${minute}-59/${every} * * * *` : `${minute} ${hour}-23/${every / 60} * * *`;
}

function quoted(word: string): string {
  return /^[\w@:,./=+%-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
