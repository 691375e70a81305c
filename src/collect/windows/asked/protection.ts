/** What protects the machine. */
export interface ProtectionAnswers {
  readonly profiles: FirewallProfile;
  readonly firewalls: SecurityProduct;
  readonly antivirus: SecurityProduct;
  readonly defender: Defender;
  readonly startup: Startup;
  readonly tpm: Tpm;
  readonly updates: UpdateSettings;
}

export const PROTECTION = String.raw`
Source 'profiles' {
  $service = [int](Get-Service -Name 'MpsSvc').Status
  $folders = @{ Domain = 'DomainProfile'; Private = 'StandardProfile'; Public = 'PublicProfile' }
  foreach ($name in 'Domain', 'Private', 'Public') {
    $own = 'HKLM:\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\' + $folders[$name]
    $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\WindowsFirewall\' + $folders[$name]
    @{ name = $name; service = $service; own = (Value $own 'EnableFirewall'); policy = (Value $policy 'EnableFirewall') }
  }
}
Source 'firewalls' {
  Cim 'FirewallProduct' '' 'root/SecurityCenter2' | Select-Object 'displayName', 'productState', 'instanceGuid'
}
Source 'antivirus' {
  Cim 'AntiVirusProduct' '' 'root/SecurityCenter2' | Select-Object 'displayName', 'productState', 'instanceGuid'
}
Source 'defender' {
  Cim 'MSFT_MpComputerStatus' '' 'root/Microsoft/Windows/Defender' | ForEach-Object {
    @{
      service = $_.AMServiceEnabled
      enabled = $_.RealTimeProtectionEnabled
      version = $_.AMProductVersion
      base = $_.AntivirusSignatureVersion
      baseOf = (Moment $_.AntivirusSignatureLastUpdated)
    }
  }
}
Source 'startup' {
  @{
    firmware = (Value 'HKLM:\SYSTEM\CurrentControlSet\Control' 'PEFirmwareType')
    secureBoot = (Value 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot\State' 'UEFISecureBootEnabled')
    accountControl = (Value 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System' 'EnableLUA')
  }
}
Source 'tpm' {
  Cim 'Win32_Tpm' '' 'root/cimv2/Security/MicrosoftTpm' |
    Select-Object 'IsEnabled_InitialValue', 'IsActivated_InitialValue', 'SpecVersion'
}
Source 'updates' {
  $policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
  $now = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\'
  $pending = Test-Path -LiteralPath ($now + 'Component Based Servicing\RebootPending')
  $required = Test-Path -LiteralPath ($now + 'WindowsUpdate\Auto Update\RebootRequired')
  @{
    off = (Value ($policy + '\AU') 'NoAutoUpdate')
    options = (Value ($policy + '\AU') 'AUOptions')
    server = (Value $policy 'WUServer')
    start = (Value 'HKLM:\SYSTEM\CurrentControlSet\Services\wuauserv' 'Start')
    restart = [bool]($pending -or $required)
  }
}
`;

interface FirewallProfile {
  readonly name: string;
  /** ServiceControllerStatus of the firewall: 4 is running. */
  readonly service: number;
  /** EnableFirewall, of the machine and of its group policy, which wins. */
  readonly own: number;
  readonly policy: number;
}

/** AntiVirusProduct and FirewallProduct of root/SecurityCenter2. */
export interface SecurityProduct {
  readonly displayName: string;
  readonly productState: number;
  readonly instanceGuid: string;
}

/** MSFT_MpComputerStatus. */
export interface Defender {
  readonly service: boolean;
  readonly enabled: boolean;
  readonly version: string;
  readonly base: string;
  readonly baseOf: string;
}

interface Startup {
  /** 1 BIOS, 2 UEFI. */
  readonly firmware: number;
  readonly secureBoot: number;
  /** EnableLUA. */
  readonly accountControl: number;
}

/** Win32_Tpm. */
interface Tpm {
  readonly IsEnabled_InitialValue: boolean;
  readonly IsActivated_InitialValue: boolean;
  /** `2.0, 0, 1.59`. */
  readonly SpecVersion: string;
}

/** Group policy of Windows Update, start type of its service (4: never), and whether a restart is waited for. */
export interface UpdateSettings {
  readonly off: number;
  readonly options: number;
  readonly server: string;
  readonly start: number;
  readonly restart: boolean;
}
