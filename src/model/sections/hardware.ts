import { decimal, integer, list, one, type Row, text } from '../descriptor.ts';

/** The machine as a whole: its name, its system, its sums. OCS protocol section 3.4. */
export const hardware = one('HARDWARE', {
  topic: 'system',
  bit: 1,
  label: { en: 'Machine', fr: 'Machine' },
  columns: ['name', 'osName', 'osVersion', 'processorType', 'memory', 'workgroup'],
  fields: {
    name: text('NAME', 'Name', 'Nom', { source: '/proc/sys/kernel/hostname, up to the first dot' }),
    uuid: text('UUID', 'UUID', 'UUID', { source: 'SMBIOS type 1, offset 08h', sensitive: true }),
    workgroup: text('WORKGROUP', 'Domain or workgroup', 'Domaine ou groupe de travail', { source: '/etc/resolv.conf' }),
    userDomain: text('USERDOMAIN', 'User domain', "Domaine de l'utilisateur"),
    osName: text('OSNAME', 'Operating system', "Système d'exploitation", { source: '/etc/os-release NAME' }),
    osVersion: text('OSVERSION', 'System version', 'Version du système', { source: '/etc/os-release VERSION_ID' }),
    osComments: text('OSCOMMENTS', 'System details', 'Détails du système', { source: '/etc/os-release PRETTY_NAME' }),
    arch: text('ARCH', 'Architecture', 'Architecture', { source: 'uname -m' }),
    archName: text('ARCHNAME', 'Architecture name', "Nom de l'architecture"),
    vmSystem: text('VMSYSTEM', 'Virtualisation', 'Virtualisation'),
    vmName: text('VMNAME', 'Virtual machine name', 'Nom de la machine virtuelle'),
    vmHostSerial: text('VMHOSTSERIAL', 'Host serial', "N° de série de l'hôte", { sensitive: true }),
    chassisType: text('CHASSIS_TYPE', 'Chassis', 'Châssis'),
    processorType: text('PROCESSORT', 'Processor', 'Processeur', { source: '/proc/cpuinfo model name' }),
    processorSpeed: integer('PROCESSORS', 'Processor speed', 'Fréquence du processeur', { unit: 'MHz' }),
    processorCount: integer('PROCESSORN', 'Processors', 'Processeurs'),
    memory: integer('MEMORY', 'Memory', 'Mémoire', { unit: 'MiB', source: '/proc/meminfo MemTotal' }),
    swap: integer('SWAP', 'Swap', 'Espace d’échange', { unit: 'MiB', source: '/proc/meminfo SwapTotal' }),
    ipAddresses: list('IPADDR', '/', 'IP addresses', 'Adresses IP'),
    defaultGateway: text('DEFAULTGATEWAY', 'Default gateway', 'Passerelle par défaut', { source: '/proc/net/route' }),
    dns: list('DNS', '/', 'DNS servers', 'Serveurs DNS', { source: '/etc/resolv.conf nameserver' }),
    users: list('USERID', '/', 'Logged-in users', 'Utilisateurs connectés', {
      source: '/run/utmp',
      sensitive: true,
      volatile: true,
    }),
    lastUser: text('LASTLOGGEDUSER', 'Last user', 'Dernier utilisateur', {
      source: '/var/log/wtmp',
      sensitive: true,
      volatile: true,
    }),
    lastLogin: text('DATELASTLOGGEDUSER', 'Last login', 'Dernière connexion', { volatile: true }),
    description: text('DESCRIPTION', 'Description', 'Description', {
      source: 'architecture and boot time, OCS protocol 3.4',
      volatile: true,
    }),
    installDate: text('INSTALLDATE', 'System installed on', "Date d'installation du système"),
    type: text('TYPE', 'Type', 'Type'),
    windowsCompany: text('WINCOMPANY', 'Registered company', 'Société enregistrée', { sensitive: true }),
    windowsOwner: text('WINOWNER', 'Registered owner', 'Propriétaire enregistré', { sensitive: true }),
    windowsProductId: text('WINPRODID', 'Windows product id', 'Identifiant de produit Windows', { sensitive: true }),
    windowsProductKey: text('WINPRODKEY', 'Windows licence key', 'Clé de licence Windows', { sensitive: true }),
    windowsLanguage: text('WINLANG', 'Windows language', 'Langue de Windows'),
    lastDate: text('LASTDATE', 'Inventory date', "Date de l'inventaire", { volatile: true }),
    etime: decimal('ETIME', 'Time of the run', "Durée de l'inventaire", { unit: 's', volatile: true }),
  },
});

export interface Hardware extends Row<typeof hardware> {}
