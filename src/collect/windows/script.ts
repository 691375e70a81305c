/**
 * The one PowerShell script of a run. It writes a line a source as soon as it has it, `{source, rows}` or `{source,
 * reason, category, id}`, so that a source that hangs costs those after it and no more. It holds no double quote and
 * nothing but ASCII, because it travels as an argument; what it writes is ASCII too, whatever the code page. It compares
 * no text that Windows translates, and writes moments in UTC. It runs in PowerShell 3 to 7, also where the language is
 * constrained: no methods but those of texts, numbers and dates. Version 2 has no ConvertTo-Json, and says so.
 */
export const SCRIPT = String.raw`# inventory of Windows
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
function Source([string]$source, $work) {
  try { Say @{ source = $source; rows = @(& $work) } }
  catch {
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
      release = $nt.DisplayVersion
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
  if ($data) { @{ table = (Hex $data); header = 8 } }
  else { Cim 'MSSmBios_RawSMBiosTables' '' 'root/wmi' | ForEach-Object { @{ table = (Hex $_.SMBiosData); header = 0 } } }
}
Source 'processors' {
  $names = 'Name, Manufacturer, Description, MaxClockSpeed, CurrentClockSpeed, NumberOfCores, NumberOfLogicalProcessors, ' +
    'L2CacheSize, L3CacheSize, AddressWidth, DataWidth, SocketDesignation'
  # All of its values would take a second: one is the load of the processor.
  Get-CimInstance -Query ('SELECT ' + $names + ' FROM Win32_Processor') -OperationTimeoutSec 15 |
    Select-Object ($names -split ', ')
}
Source 'disks' {
  $details = @{}
  try {
    Cim 'MSFT_PhysicalDisk' '' 'root/Microsoft/Windows/Storage' | ForEach-Object { $details[[string]$_.DeviceId] = $_ }
  }
  catch { $details = @{} }
  Cim 'Win32_DiskDrive' | ForEach-Object {
    $detail = $details[[string]$_.Index]
    @{
      name = $_.DeviceID
      model = $_.Model
      size = if ($detail.Size) { $detail.Size } else { $_.Size }
      serial = if ($detail.SerialNumber) { $detail.SerialNumber } else { $_.SerialNumber }
      adapterSerial = $detail.AdapterSerialNumber
      firmware = $_.FirmwareRevision
      interface = $_.InterfaceType
      bus = $detail.BusType
      media = $detail.MediaType
    }
  }
}
Source 'opticals' { Cim 'Win32_CDROMDrive' | Select-Object 'Drive', 'Name', 'SerialNumber' }
Source 'drives' {
  Cim 'Win32_LogicalDisk' 'DriveType=2 OR DriveType=3 OR DriveType=5' |
    Select-Object 'DeviceID', 'DriveType', 'FileSystem', 'Size', 'FreeSpace', 'VolumeName', 'VolumeSerialNumber'
}
Source 'bitlocker' {
  Cim 'Win32_EncryptableVolume' '' 'root/cimv2/Security/MicrosoftVolumeEncryption' |
    Select-Object 'DriveLetter', 'ProtectionStatus', 'ConversionStatus', 'EncryptionMethod'
}
Source 'adapters' {
  $details = @{}
  try { Cim 'MSFT_NetAdapter' '' 'root/StandardCimv2' | ForEach-Object { $details[[int]$_.InterfaceIndex] = $_ } }
  catch { $details = @{} }
  $teams = @{}
  $members = @{}
  try {
    Cim 'MSFT_NetLbfoTeamMember' '' 'root/StandardCimv2' |
      ForEach-Object { $members[[string]$_.Team] = @($members[[string]$_.Team]) + @([string]$_.Name) }
    Cim 'MSFT_NetLbfoTeamNic' '' 'root/StandardCimv2' | ForEach-Object { $teams[[string]$_.Name] = $_ }
  }
  catch { $teams = @{} }
  $passing = @{}
  try {
    Cim 'MSFT_NetIPAddress' '' 'root/StandardCimv2' | Where-Object { $_.AddressFamily -eq 23 -and $_.SuffixOrigin -eq 5 } |
      ForEach-Object { $passing[[string]$_.IPAddress] = $true }
  }
  catch { $passing = @{} }
  $settings = @{}
  Cim 'Win32_NetworkAdapterConfiguration' | ForEach-Object { $settings[[int]$_.InterfaceIndex] = $_ }
  Cim 'Win32_NetworkAdapter' | ForEach-Object {
    $detail = $details[[int]$_.InterfaceIndex]
    $setting = $settings[[int]$_.InterfaceIndex]
    $team = $teams[[string]$_.NetConnectionID]
    if ($_.NetConnectionID -or $setting.IPAddress) {
      @{
        name = $_.NetConnectionID
        model = $_.Name
        manufacturer = $_.Manufacturer
        mac = $_.MACAddress
        speed = $_.Speed
        status = $_.NetConnectionStatus
        type = $_.AdapterTypeID
        physical = $_.PhysicalAdapter
        pnp = $_.PNPDeviceID
        driver = $_.ServiceName
        addresses = $setting.IPAddress
        masks = $setting.IPSubnet
        passing = @($setting.IPAddress | Where-Object { $_ -and $passing[[string]$_] })
        gateways = $setting.DefaultIPGateway
        dhcp = $setting.DHCPServer
        dns = $setting.DNSServerSearchOrder
        domain = $setting.DNSDomain
        vlan = $detail.VlanID
        teamVlan = $team.VlanID
        members = if ($team) { @($members[[string]$team.Team] | Where-Object { $_ }) } else { $null }
        mtu = $detail.MtuSize
        fullDuplex = $detail.FullDuplex
        medium = $detail.NdisPhysicalMedium
      }
    }
  }
}
Source 'devices' {
  Cim 'Win32_PnPEntity' 'DeviceID LIKE ''PCI\\%'' OR DeviceID LIKE ''USB\\%''' |
    Select-Object 'Name', 'Manufacturer', 'DeviceID', 'Service', 'PNPClass'
}
Source 'videos' {
  $sizes = @{}
  $class = 'HKLM:\SYSTEM\CurrentControlSet\Control\Class\{4d36e968-e325-11ce-bfc1-08002be10318}'
  Get-ChildItem -LiteralPath $class -ErrorAction SilentlyContinue | ForEach-Object {
    $values = Get-ItemProperty -LiteralPath $_.PSPath -ErrorAction SilentlyContinue
    if ($values.DriverDesc) { $sizes[[string]$values.DriverDesc] = $values.'HardwareInformation.qwMemorySize' }
  }
  Cim 'Win32_VideoController' | ForEach-Object {
    @{
      name = $_.Name
      chipset = $_.VideoProcessor
      size = $sizes[[string]$_.Name]
      ram = $_.AdapterRAM
      width = $_.CurrentHorizontalResolution
      height = $_.CurrentVerticalResolution
      driver = $_.DriverVersion
      pnp = $_.PNPDeviceID
    }
  }
}
Source 'monitors' {
  $links = @{}
  try {
    Cim 'WmiMonitorConnectionParams' '' 'root/wmi' |
      ForEach-Object { $links[[string]$_.InstanceName] = $_.VideoOutputTechnology }
  }
  catch { $links = @{} }
  Cim 'WmiMonitorID' 'Active=TRUE' 'root/wmi' | ForEach-Object {
    $device = ([string]$_.InstanceName) -replace '_\d+$', ''
    $edid = Value ('HKLM:\SYSTEM\CurrentControlSet\Enum\' + $device + '\Device Parameters') 'EDID'
    @{
      edid = (Hex $edid)
      link = $links[[string]$_.InstanceName]
      maker = $_.ManufacturerName
      product = $_.ProductCodeID
      name = $_.UserFriendlyName
      serial = $_.SerialNumberID
      week = $_.WeekOfManufacture
      year = $_.YearOfManufacture
    }
  }
}
Source 'keyboards' { Cim 'Win32_Keyboard' | Select-Object 'Name', 'Description', 'Layout' }
Source 'pointers' { Cim 'Win32_PointingDevice' | Select-Object 'Name', 'Description', 'Manufacturer' }
Source 'accounts' { Cim 'Win32_UserAccount' 'LocalAccount=TRUE' | Select-Object 'Name', 'SID', 'FullName' }
Source 'groups' { Cim 'Win32_Group' 'LocalAccount=TRUE' | Select-Object 'Name', 'SID' }
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
Source 'printers' {
  Cim 'Win32_Printer' | Select-Object 'Name', 'DriverName', 'PortName', 'Network', 'Shared', 'ShareName', 'ServerName', 'Comment',
    'Location', 'PrinterStatus', 'PrintProcessor'
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
    Select-Object 'ID', 'Name', 'Description', 'ApplicationID', 'PartialProductKey', 'LicenseStatus', 'ProductKeyChannel'
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
Source 'ownApps' { Get-AppxPackage | App }
`;
