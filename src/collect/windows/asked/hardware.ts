/** What the machine is made of. */
export interface HardwareAnswers {
  readonly processors: Processor;
  readonly disks: Disk;
  readonly opticals: OpticalDrive;
  readonly drives: LogicalDisk;
  readonly bitlocker: EncryptableVolume;
  readonly videos: VideoController;
  readonly monitors: Monitor;
}

export const HARDWARE = String.raw`
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
      model = if ($detail.Model) { $detail.Model } else { $_.Model }
      maker = $detail.Manufacturer
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
`;

/** Win32_Processor: speeds in MHz, caches in KiB, `Intel64 Family 6 Model 186 Stepping 3`. */
export interface Processor {
  readonly Name: string;
  readonly Manufacturer: string;
  readonly Description: string;
  readonly MaxClockSpeed: number;
  readonly CurrentClockSpeed: number;
  readonly NumberOfCores: number;
  readonly NumberOfLogicalProcessors: number;
  readonly L2CacheSize: number;
  readonly L3CacheSize: number;
  readonly AddressWidth: number;
  readonly DataWidth: number;
  readonly SocketDesignation: string;
}

/** Win32_DiskDrive, and MSFT_PhysicalDisk of the same number. */
export interface Disk {
  /** `\\\\.\\PHYSICALDRIVE0`. */
  readonly name: string;
  readonly model: string;
  readonly maker: string;
  /** Bytes. */
  readonly size: number;
  /** Of NVMe the EUI-64 of the namespace: the serial number of the disk is that of its adapter. */
  readonly serial: string;
  readonly adapterSerial: string;
  readonly firmware: string;
  readonly interface: string;
  /** MSFT_PhysicalDisk BusType. */
  readonly bus: number;
  /** MSFT_PhysicalDisk MediaType: 3 rotates, 4 and 5 do not. */
  readonly media: number;
}

/** Win32_CDROMDrive. */
interface OpticalDrive {
  /** `D:`. */
  readonly Drive: string;
  readonly Name: string;
  readonly SerialNumber: string;
}

/** Win32_LogicalDisk: sizes in bytes; 2 is removable, 3 fixed, 5 optical. */
interface LogicalDisk {
  readonly DeviceID: string;
  readonly DriveType: number;
  readonly FileSystem: string;
  readonly Size: number;
  readonly FreeSpace: number;
  readonly VolumeName: string;
  readonly VolumeSerialNumber: string;
}

/** Win32_EncryptableVolume. */
export interface EncryptableVolume {
  readonly DriveLetter: string;
  /** 0 off, 1 on, 2 locked, so unknown. */
  readonly ProtectionStatus: number;
  /** 0 decrypted, 1 encrypted, 2 to 5 on the way. */
  readonly ConversionStatus: number;
  readonly EncryptionMethod: number;
}

/** Win32_VideoController. */
export interface VideoController {
  readonly name: string;
  readonly chipset: string;
  /** Bytes, from the registry. */
  readonly size: number;
  /** AdapterRAM, in bytes: it cannot count beyond 4 GiB. */
  readonly ram: number;
  readonly width: number;
  readonly height: number;
  readonly driver: string;
  readonly pnp: string;
}

/** WmiMonitorID; texts are lists of characters that end with zeros. */
export interface Monitor {
  /** Hexadecimal. */
  readonly edid: string;
  /** D3DKMDT_VIDEO_OUTPUT_TECHNOLOGY. */
  readonly link: number;
  readonly maker: readonly number[];
  readonly product: readonly number[];
  readonly name: readonly number[];
  readonly serial: readonly number[];
  readonly week: number;
  readonly year: number;
}
