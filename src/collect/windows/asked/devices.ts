/** What sits on its buses and what is plugged in. */
export interface DeviceAnswers {
  readonly devices: Device;
  readonly keyboards: Device & { readonly Layout: string };
  readonly pointers: Device;
  readonly printers: Printer;
}

export const DEVICES = String.raw`
Source 'devices' {
  Cim 'Win32_PnPEntity' 'DeviceID LIKE ''PCI\\%'' OR DeviceID LIKE ''USB\\%''' |
    Select-Object 'Name', 'Manufacturer', 'DeviceID', 'Service', 'PNPClass'
}
Source 'keyboards' { Cim 'Win32_Keyboard' | Select-Object 'Name', 'Description', 'Layout' }
Source 'pointers' { Cim 'Win32_PointingDevice' | Select-Object 'Name', 'Description', 'Manufacturer' }
Source 'printers' {
  Cim 'Win32_Printer' | Select-Object 'Name', 'DriverName', 'PortName', 'Network', 'Shared', 'ShareName', 'ServerName', 'Comment',
    'Location', 'PrinterStatus', 'PrintProcessor'
}
`;

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
