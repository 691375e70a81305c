import { many, text } from '../descriptor.ts';

/** Expansion slots: SMBIOS type 9. OCS protocol section 3.12. */
export const slots = many('SLOTS', {
  topic: 'hardware',
  bit: 8,
  label: { en: 'Expansion slots', fr: "Connecteurs d'extension" },
  identity: [['designation', 'name'], ['name', 'description'], ['name'], ['designation']],
  columns: ['name', 'description', 'status', 'designation'],
  fields: {
    name: text('NAME', 'Name', 'Nom', { source: 'SMBIOS type 9, offset 04h' }),
    description: text('DESCRIPTION', 'Type', 'Type', { source: 'SMBIOS type 9, offset 05h' }),
    designation: text('DESIGNATION', 'Slot id', "N° d'emplacement", { source: 'SMBIOS type 9, offset 09h' }),
    status: text('STATUS', 'Status', 'État', { source: 'SMBIOS type 9, offset 07h' }),
    purpose: text('PURPOSE', 'Purpose', 'Usage'),
    shared: text('SHARED', 'Shared', 'Partagé'),
  },
});
