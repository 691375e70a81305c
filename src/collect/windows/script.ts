import { ACCOUNTS, type AccountAnswers } from './asked/accounts.ts';
import { DEVICES, type DeviceAnswers } from './asked/devices.ts';
import { HARDWARE, type HardwareAnswers } from './asked/hardware.ts';
import { MACHINE, type MachineAnswers } from './asked/machine.ts';
import { NETWORK, type NetworkAnswers } from './asked/network.ts';
import { PROTECTION, type ProtectionAnswers } from './asked/protection.ts';
import { SOFTWARE, type SoftwareAnswers } from './asked/software.ts';

/** Rows of each source of the script, as Windows names their values; any may be null or missing. */
export type Answers = MachineAnswers &
  HardwareAnswers &
  DeviceAnswers &
  NetworkAnswers &
  AccountAnswers &
  ProtectionAnswers &
  SoftwareAnswers;

const PRELUDE = String.raw`# inventory of Windows
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
if (-not (Get-Command -Name ConvertTo-Json -ErrorAction SilentlyContinue)) {
  $quote = [string][char]34
  '{' + $quote + 'powershell' + $quote + ':' + $quote + $PSVersionTable.PSVersion + $quote + '}'
  exit
}
function Say($answer) {
  $json = $answer | ConvertTo-Json -Depth 5 -Compress
  $codes = @{}
  foreach ($letter in ($json -replace '[\x00-\x7F]+', '').ToCharArray()) { $codes[[int]$letter] = $true }
  foreach ($code in $codes.Keys) { $json = $json.Replace([string][char]$code, ('\u{0:x4}' -f $code)) }
  $json
}
$refused = @{}
function Source([string]$source, $work) {
  try { Say @{ source = $source; rows = @(& $work) } }
  catch {
    $refused[$source] = $true
    $id = [string]$_.FullyQualifiedErrorId
    Say @{ source = $source; reason = [string]$_.Exception.Message; category = [int]$_.CategoryInfo.Category; id = $id }
  }
}
function Cim([string]$class, [string]$where, [string]$namespace) {
  $options = @{ ClassName = $class; OperationTimeoutSec = 15 }
  if ($where) { $options['Filter'] = $where }
  if ($namespace) { $options['Namespace'] = $namespace }
  Get-CimInstance @options
}
function Value([string]$key, [string]$name) {
  $values = Get-ItemProperty -LiteralPath $key -ErrorAction SilentlyContinue
  if ($null -eq $values) { $null } else { $values.$name }
}
function Moment($date) { if ($date) { ([datetime]$date).ToUniversalTime().ToString('o') } else { $null } }
function Hex($bytes) { if ($bytes) { @($bytes | ForEach-Object { '{0:x2}' -f $_ }) -join '' } else { $null } }

Say @{ powershell = [string]$PSVersionTable.PSVersion; language = [string]$ExecutionContext.SessionState.LanguageMode }
`;

/**
 * The one PowerShell script of a run. It writes a line a source as soon as it has it, `{source, rows}` or `{source,
 * reason, category, id}`, so that a source that hangs costs those after it and no more. It holds no double quote and
 * nothing but ASCII, because it travels as an argument; what it writes is ASCII too, whatever the code page. It compares
 * no text that Windows translates, and writes moments in UTC. It runs in PowerShell 3 to 7, also where the language is
 * constrained: no methods but those of texts, numbers and dates. Version 2 has no ConvertTo-Json, and says so.
 */
export const SCRIPT = [PRELUDE, MACHINE, HARDWARE, NETWORK, ACCOUNTS, PROTECTION, DEVICES, SOFTWARE].join('');

/** What Windows is asked for one source: classes of WMI, keys of the registry, commands, as they stand in the script. */
export function askedBy(source: keyof Answers): string {
  const work = BLOCKS.find((block) => block.startsWith(`'${source}'`)) ?? '';
  const asked = new Set(
    [...work.matchAll(ASKED)].map(([, ...found]) => found.find((name) => name !== undefined) ?? ''),
  );
  const [keys, names] = [
    [...asked].filter((name) => name.includes('\\')),
    [...asked].filter((name) => !name.includes('\\')),
  ];
  return [...names, ...keys]
    .slice(0, MOST)
    .join(', ')
    .concat(asked.size > MOST ? ' …' : '');
}

const MOST = 3;

const BLOCKS = SCRIPT.split(/^Source /m);
const ASKED = /Cim '(\w+)'|FROM (\w+)|'((?:HKLM:|\\Microsoft|\\Volatile)[^']*)'|(Get-(?:AppxPackage|Service))/g;
