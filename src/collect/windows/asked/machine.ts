/** What the machine and its Windows are. */
export interface MachineAnswers {
  readonly computer: Computer;
  readonly system: OperatingSystem;
  readonly smbios: SmbiosTable;
}

export const MACHINE = String.raw`
Source 'computer' {
  Cim 'Win32_ComputerSystem' |
    Select-Object 'Name', 'Domain', 'Workgroup', 'PartOfDomain', 'UserName'
}
Source 'system' {
  $nt = Get-ItemProperty -LiteralPath 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
  $zone = Value 'HKLM:\SYSTEM\CurrentControlSet\Control\TimeZoneInformation' 'TimeZoneKeyName'
  $logon = Value 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Authentication\LogonUI' 'LastLoggedOnUser'
  Cim 'Win32_OperatingSystem' | ForEach-Object {
    @{
      caption = $_.Caption
      version = $_.Version
      build = $_.BuildNumber
      revision = $nt.UBR
      release = if ($nt.DisplayVersion) { $nt.DisplayVersion } else { $nt.ReleaseId }
      servicePack = $_.CSDVersion
      language = $_.OSLanguage
      languages = $_.MUILanguages
      installed = (Moment $_.InstallDate)
      started = (Moment $_.LastBootUpTime)
      company = $_.Organization
      owner = $_.RegisteredUser
      productId = $_.SerialNumber
      description = $_.Description
      zone = $zone
      lastUser = $logon
    }
  }
}
Source 'smbios' {
  $data = Value 'HKLM:\SYSTEM\CurrentControlSet\Services\mssmbios\Data' 'SMBiosData'
  if ($data) { @{ table = (Hex $data); header = 8; version = $data[1] * 256 + $data[2] } }
  else {
    Cim 'MSSmBios_RawSMBiosTables' '' 'root/wmi' | ForEach-Object {
      @{ table = (Hex $_.SMBiosData); header = 0; version = $_.SmbiosMajorVersion * 256 + $_.SmbiosMinorVersion }
    }
  }
}
`;

/** Win32_ComputerSystem. */
interface Computer {
  readonly Name: string;
  readonly Domain: string;
  readonly Workgroup: string;
  readonly PartOfDomain: boolean;
  /** `DOMAIN\user`, of who sits at the console. */
  readonly UserName: string;
}

/** Win32_OperatingSystem and the registry; moments in ISO 8601, UTC. */
interface OperatingSystem {
  readonly caption: string;
  readonly version: string;
  readonly build: string;
  readonly revision: number;
  /** `24H2`. */
  readonly release: string;
  readonly servicePack: string;
  /** LCID. */
  readonly language: number;
  readonly languages: readonly string[];
  readonly installed: string;
  readonly started: string;
  readonly company: string;
  readonly owner: string;
  readonly productId: string;
  readonly description: string;
  readonly zone: string;
  readonly lastUser: string;
}

/** The table in hexadecimal, behind a header of that many bytes. */
interface SmbiosTable {
  readonly table: string;
  readonly header: number;
  /** `0x0304` is 3.4. */
  readonly version: number;
}
