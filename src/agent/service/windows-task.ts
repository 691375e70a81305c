import { type Call, ORIGIN, type Plan, type ServiceFile } from './plan.ts';
import { DAY_MINUTES, delayOf, type Schedule, WEEK_MINUTES } from './schedule.ts';
import { xmlText } from './xml-text.ts';

/** A task of SYSTEM, as `schtasks /Create /XML` takes it: UTF-16, elements in the order of the task schema 1.2. */
export function taskFiles({ command, schedule }: Plan, folder: string): readonly ServiceFile[] {
  const [program = '', ...args] = command;
  const text = `\ufeff<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Inventory of this machine. ${ORIGIN}</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
${trigger(schedule)}
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>${SYSTEM}</UserId>
      <RunLevel>HighestAvailable</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT5M</ExecutionTimeLimit>
    <Priority>8</Priority>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${xmlText(program)}</Command>
      <Arguments>${xmlText(args.map(quoted).join(' '))}</Arguments>
    </Exec>
  </Actions>
</Task>
`;
  return [{ path: taskPath(folder), text: text.replaceAll('\n', '\r\n'), encoding: 'utf16le' }];
}

/**
 * Below %ProgramData% every user may write and read, and SYSTEM is to go by what lies there: from now on the folder is
 * its own and the administrators'; the others see in it what `service status` reads, the record and the task.
 */
export function closeFolder(folder: string): readonly Call[] {
  const owners = [SYSTEM, ADMINISTRATORS].map((id) => `*${id}:(OI)(CI)F`);
  return [
    ['icacls', folder, '/setowner', `*${ADMINISTRATORS}`, '/T', '/C', '/Q'],
    ['icacls', folder, '/inheritance:r', '/grant:r', ...owners, `*${USERS}:RX`, '/Q'],
    ...[`${folder}\\service.json`, taskPath(folder)].map(
      (path): Call => ['icacls', path, '/grant:r', `*${USERS}:R`, '/Q'],
    ),
  ];
}

// Their names are in the language of the system.
const SYSTEM = 'S-1-5-18';
const ADMINISTRATORS = 'S-1-5-32-544';
const USERS = 'S-1-5-32-545';

export function taskPath(folder: string): string {
  return `${folder}\\parcours-agent.xml`;
}

function trigger(schedule: Schedule): string {
  const { every, at } = schedule;
  const repeats = every < DAY_MINUTES;
  return [
    ...(repeats ? [`<Repetition><Interval>PT${every}M</Interval><Duration>P1D</Duration></Repetition>`] : []),
    // A Monday; local time.
    `<StartBoundary>${new Date(Date.UTC(2024, 0, 1, 0, at)).toISOString().slice(0, 19)}</StartBoundary>`,
    `<RandomDelay>PT${delayOf(schedule)}M</RandomDelay>`,
    every === WEEK_MINUTES
      ? `<ScheduleByWeek><DaysOfWeek><${weekday(at)} /></DaysOfWeek><WeeksInterval>1</WeeksInterval></ScheduleByWeek>`
      : '<ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>',
  ]
    .map((line) => `      ${line}`)
    .join('\n');
}

function weekday(at: number): string {
  return WEEKDAYS[Math.floor(at / DAY_MINUTES)] ?? 'Monday';
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** As CommandLineToArgvW takes a word apart. */
function quoted(word: string): string {
  if (!/[\s"]/.test(word) && word !== '') return word;
  return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
}
