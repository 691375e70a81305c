import { ORIGIN, type Plan, type ServiceFile } from './plan.ts';
import { DAY_MINUTES, delayOf, type Schedule, WEEK_MINUTES } from './schedule.ts';
import { xmlText } from './xml-text.ts';

export const LAUNCHD_PATH = '/Library/LaunchDaemons/parcours.agent.plist';

/** A daemon of launchd, launchd.plist(5). What was missed asleep is made up once; the agent itself waits at random. */
export function launchdFiles({ command, schedule }: Plan): readonly ServiceFile[] {
  const words = [...command, `--wait=${delayOf(schedule) * 60}`];
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<!-- ${ORIGIN} -->
<plist version="1.0">
<dict>
  <key>Label</key><string>parcours.agent</string>
  <key>ProgramArguments</key>
  <array>
${words.map((word) => `    <string>${xmlText(word)}</string>`).join('\n')}
  </array>
  <key>StartCalendarInterval</key>
  <array>
${times(schedule).map(interval).join('\n')}
  </array>
  <key>RunAtLoad</key><true/>
  <key>ProcessType</key><string>Background</string>
  <key>LowPriorityIO</key><true/>
  <key>Nice</key><integer>10</integer>
  <key>Umask</key><integer>63</integer>
</dict>
</plist>
`;
  return [{ path: LAUNCHD_PATH, text }];
}

/** launchd knows no intervals of the clock: each time of the day stands for itself. */
function times({ every, at }: Schedule): readonly Readonly<Record<string, number>>[] {
  const [minute, hour] = [at % 60, Math.floor(at / 60) % 24];
  if (every === WEEK_MINUTES) return [{ Weekday: (Math.floor(at / DAY_MINUTES) + 1) % 7, Hour: hour, Minute: minute }];
  const count = Math.max(1, (every < 60 ? 60 : DAY_MINUTES) / every);
  const all = Array.from({ length: count }, (_, index) => at + index * every);
  return all.map((time) => ({ ...(every < 60 ? {} : { Hour: Math.floor(time / 60) }), Minute: time % 60 }));
}

function interval(time: Readonly<Record<string, number>>): string {
  const keys = Object.entries(time).map(([key, value]) => `<key>${key}</key><integer>${value}</integer>`);
  return `    <dict>${keys.join('')}</dict>`;
}
