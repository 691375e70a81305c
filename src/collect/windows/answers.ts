/** Rows of each source of the script, as Windows names their values; any may be null or missing. */
export interface Answers {
  readonly computer: Computer;
  readonly system: OperatingSystem;
  readonly smbios: SmbiosTable;
  readonly processors: Processor;
  readonly disks: Disk;
  readonly opticals: OpticalDrive;
  readonly drives: LogicalDisk;
  readonly bitlocker: EncryptableVolume;
  readonly adapters: NetworkAdapter;
  readonly devices: Device;
  readonly videos: VideoController;
  readonly monitors: Monitor;
  readonly printers: Printer;
  readonly keyboards: Device & { readonly Layout: string };
  readonly pointers: Device;
  readonly accounts: Account;
  readonly groups: Account;
  readonly profiles: FirewallProfile;
  readonly firewalls: SecurityProduct;
  readonly antivirus: SecurityProduct;
  readonly defender: Defender;
  readonly startup: Startup;
  readonly tpm: Tpm;
  readonly updates: UpdateSettings;
  readonly programs: Program;
  readonly hotfixes: Hotfix;
  readonly apps: App;
  readonly ownApps: App;
  readonly licences: Licence;
  readonly features: ServerFeature;
}

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
}

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

/** Win32_NetworkAdapter, its configuration, and MSFT_NetAdapter. */
export interface NetworkAdapter {
  readonly name: string;
  readonly model: string;
  readonly manufacturer: string;
  readonly mac: string;
  /** Bits a second. */
  readonly speed: number;
  /** NetConnectionStatus: 2 is connected. */
  readonly status: number;
  readonly type: number;
  readonly physical: boolean;
  readonly pnp: string;
  readonly driver: string;
  readonly addresses: readonly string[];
  /** Masks of IPv4, lengths of prefixes of IPv6. */
  readonly masks: readonly string[];
  /** Addresses that privacy extensions make up anew every day. */
  readonly passing: readonly string[];
  readonly gateways: readonly string[];
  readonly dhcp: string;
  readonly dns: readonly string[];
  readonly domain: string;
  readonly vlan: number;
  /** Of an adapter that is a team: the VLAN it carries, and the connections it is made of. */
  readonly teamVlan: number;
  readonly members: readonly string[];
  readonly mtu: number;
  readonly fullDuplex: boolean;
  /** NDIS_PHYSICAL_MEDIUM. */
  readonly medium: number;
}

/** Win32_PnPEntity, Win32_Keyboard, Win32_PointingDevice. */
export interface Device {
  readonly Name: string;
  readonly Description: string;
  readonly Manufacturer: string;
  readonly DeviceID: string;
  readonly Service: string;
  /** `Net`, `Camera` …, in every language the same. */
  readonly PNPClass: string;
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

/** Win32_Printer. */
interface Printer {
  readonly Name: string;
  readonly DriverName: string;
  readonly PortName: string;
  readonly Network: boolean;
  readonly Shared: boolean;
  readonly ShareName: string;
  readonly ServerName: string;
  readonly Comment: string;
  readonly Location: string;
  readonly PrinterStatus: number;
  readonly PrintProcessor: string;
}

/** Win32_UserAccount, Win32_Group. */
interface Account {
  readonly Name: string;
  readonly SID: string;
  readonly FullName: string;
}

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

/** Win32_ServerFeature; names in the language of the system. */
interface ServerFeature {
  readonly ID: number;
  readonly Name: string;
  readonly ParentID: number;
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

/** SoftwareLicensingProduct. */
export interface Licence {
  readonly ID: string;
  readonly Name: string;
  readonly Description: string;
  readonly ApplicationID: string;
  readonly PartialProductKey: string;
  /** 1 is licensed, 2 to 4 and 6 are times of grace. */
  readonly LicenseStatus: number;
  readonly ProductKeyChannel: string;
}
