/** What is installed. */
export interface SoftwareAnswers {
  readonly programs: Program;
  readonly hotfixes: Hotfix;
  readonly features: ServerFeature;
  readonly licences: Licence;
  readonly apps: App;
  readonly ownApps: App;
}

export const SOFTWARE = String.raw`
Source 'programs' {
  $names = 'DisplayName', 'DisplayVersion', 'Publisher', 'InstallDate', 'InstallLocation', 'EstimatedSize',
    'SystemComponent', 'ParentKeyName', 'URLInfoAbout', 'HelpLink', 'UninstallString', 'NoRemove'
  $users = Get-ChildItem -LiteralPath 'Registry::HKEY_USERS' -ErrorAction SilentlyContinue |
    Where-Object { $_.PSChildName -match '^S-1-(5-21|12-1)-[\d-]+$' } | ForEach-Object { $_.PSChildName }
  $roots = @('HKEY_LOCAL_MACHINE') + @($users | Where-Object { $_ } | ForEach-Object { 'HKEY_USERS\' + $_ })
  foreach ($root in $roots) {
    foreach ($node in 'SOFTWARE', 'SOFTWARE\WOW6432Node') {
      $folder = 'Registry::' + $root + '\' + $node + '\Microsoft\Windows\CurrentVersion\Uninstall'
      Get-ChildItem -LiteralPath $folder -ErrorAction SilentlyContinue | ForEach-Object {
        $path = $_.PSPath
        $key = $_.PSChildName
        try { $values = Get-ItemProperty -LiteralPath $path }
        catch { $values = Get-ItemProperty -LiteralPath $path -Name $names -ErrorAction SilentlyContinue }
        if ($values.DisplayName) {
          $row = @{ key = $key; root = $root; node = $node }
          foreach ($name in $names) { if ($null -ne $values.$name) { $row[$name] = $values.$name } }
          $row
        }
      }
    }
  }
}
Source 'hotfixes' {
  Cim 'Win32_QuickFixEngineering' | ForEach-Object {
    $fix = $_
    try { $on = [string]$fix.CimInstanceProperties['InstalledOn'].Value }
    catch { $on = if ($fix.InstalledOn -is [datetime]) { $fix.InstalledOn.ToString('yyyy-MM-dd') } else { $fix.InstalledOn } }
    @{ id = $fix.HotFixID; kind = $fix.Description; on = $on; link = $fix.Caption }
  }
}
Source 'features' { Cim 'Win32_ServerFeature' | Select-Object 'ID', 'Name', 'ParentID' }
Source 'licences' {
  Cim 'SoftwareLicensingProduct' 'PartialProductKey IS NOT NULL' |
    Select-Object 'ID', 'Name', 'Description', 'ApplicationID', 'PartialProductKey', 'ProductKeyChannel'
}
function App {
  process {
    if (-not $_.IsFramework -and -not $_.IsResourcePackage) {
      @{
        name = $_.Name
        version = [string]$_.Version
        publisher = $_.Publisher
        architecture = [int]$_.Architecture
        folder = $_.InstallLocation
        id = $_.PackageFullName
      }
    }
  }
}
Source 'apps' { Get-AppxPackage -AllUsers | App }
if ($refused['apps']) { Source 'ownApps' { Get-AppxPackage | App } }
`;

/** One Uninstall key: what its program wrote there. */
export interface Program {
  readonly key: string;
  readonly root: string;
  readonly node: string;
  readonly DisplayName: string;
  readonly DisplayVersion: string;
  readonly Publisher: string;
  /** `YYYYMMDD`, by convention. */
  readonly InstallDate: string;
  readonly InstallLocation: string;
  /** KiB. */
  readonly EstimatedSize: number;
  /** 1 where the program hides from the list of programs. */
  readonly SystemComponent: number;
  /** Of an update: the program it belongs to. */
  readonly ParentKeyName: string;
  readonly URLInfoAbout: string;
  readonly HelpLink: string;
  readonly UninstallString: string;
  readonly NoRemove: number;
}

/** Win32_QuickFixEngineering. */
export interface Hotfix {
  readonly id: string;
  readonly kind: string;
  /** `M/D/YYYY` in every language, or 16 hexadecimal digits of a FILETIME. */
  readonly on: string;
  readonly link: string;
}

/** Win32_ServerFeature; names in the language of the system. */
interface ServerFeature {
  readonly ID: number;
  readonly Name: string;
  readonly ParentID: number;
}

/** SoftwareLicensingProduct. */
export interface Licence {
  readonly ID: string;
  readonly Name: string;
  readonly Description: string;
  readonly ApplicationID: string;
  readonly PartialProductKey: string;
  readonly ProductKeyChannel: string;
}

/** Get-AppxPackage. */
export interface App {
  readonly name: string;
  readonly version: string;
  /** Distinguished name: `CN=Microsoft Corporation, O=…`. */
  readonly publisher: string;
  /** ProcessorArchitecture: 0 x86, 5 ARM, 9 x64, 11 any, 12 ARM64. */
  readonly architecture: number;
  readonly folder: string;
  readonly id: string;
}
