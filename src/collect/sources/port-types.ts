// SMBIOS (DSP0134) 7.9.2, from 01h on.
const CONNECTORS = [
  ...['Centronics', 'Mini Centronics', 'Proprietary', 'DB-25 male', 'DB-25 female', 'DB-15 male', 'DB-15 female'],
  ...['DB-9 male', 'DB-9 female', 'RJ-11', 'RJ-45', '50-pin MiniSCSI', 'Mini DIN', 'Micro DIN', 'PS/2', 'Infrared'],
  ...['HP-HIL', 'Access bus (USB)', 'SSA SCSI', 'Circular DIN-8 male', 'Circular DIN-8 female', 'On-board IDE'],
  ...[
    'On-board floppy',
    '9-pin dual inline (pin 10 cut)',
    '25-pin dual inline (pin 26 cut)',
    '50-pin dual inline',
    '68-pin dual inline',
  ],
  ...[
    'On-board sound input from CD-ROM',
    'Mini Centronics type-14',
    'Mini Centronics type-26',
    'Mini jack (headphones)',
  ],
  ...['BNC', 'IEEE 1394', 'SAS/SATA plug receptacle', 'USB Type-C receptacle'],
];

// SMBIOS (DSP0134) 7.9.3, from 01h on.
const PORTS = [
  ...['Parallel port XT/AT compatible', 'Parallel port PS/2', 'Parallel port ECP', 'Parallel port EPP'],
  ...['Parallel port ECP/EPP', 'Serial port XT/AT compatible', 'Serial port 16450 compatible'],
  'Serial port 16550 compatible',
  ...[
    'Serial port 16550A compatible',
    'SCSI port',
    'MIDI port',
    'Joystick port',
    'Keyboard port',
    'Mouse port',
    'SSA SCSI',
  ],
  'USB',
  ...['FireWire (IEEE P1394)', 'PCMCIA type I', 'PCMCIA type II', 'PCMCIA type III', 'CardBus', 'Access bus port'],
  ...['SCSI II', 'SCSI wide', 'PC-98', 'PC-98 Hireso', 'PC-H98', 'Video port', 'Audio port', 'Modem port'],
  ...['Network port', 'SATA', 'SAS', 'MFDP (multi-function display port)', 'Thunderbolt'],
];

// Both tables go on at A0h, with what Japanese computers had.
const FIRST_JAPANESE = 0xa0;
const JAPANESE_CONNECTORS = ['PC-98', 'PC-98 Hireso', 'PC-H98', 'PC-98 Note', 'PC-98 Full'];
const JAPANESE_PORTS = ['8251 compatible', '8251 FIFO compatible'];

export function connectorType(code = 0): string | undefined {
  return CONNECTORS[code - 1] ?? JAPANESE_CONNECTORS[code - FIRST_JAPANESE];
}

export function portType(code = 0): string | undefined {
  return PORTS[code - 1] ?? JAPANESE_PORTS[code - FIRST_JAPANESE];
}
