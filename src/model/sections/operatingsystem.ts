import { integer, one, text } from '../descriptor.ts';

/** The operating system as FusionInventory and GLPI agents tell it; OCS agents say it in HARDWARE. */
export const operatingsystem = one('OPERATINGSYSTEM', {
  topic: 'system',
  label: { en: 'Operating system', fr: "Système d'exploitation" },
  columns: ['fullName', 'version', 'kernelVersion', 'arch', 'installDate'],
  fields: {
    fullName: text('FULL_NAME', 'Full name', 'Nom complet', { source: '/etc/os-release PRETTY_NAME' }),
    name: text('NAME', 'Name', 'Nom', { source: '/etc/os-release NAME' }),
    version: text('VERSION', 'Version', 'Version', { source: '/etc/os-release VERSION_ID' }),
    build: text('BUILD', 'Build', 'Numéro de build', { source: '/etc/os-release BUILD_ID' }),
    servicePack: text('SERVICE_PACK', 'Service pack', 'Service pack'),
    kernelName: text('KERNEL_NAME', 'Kernel', 'Noyau', { source: 'uname -s' }),
    kernelVersion: text('KERNEL_VERSION', 'Kernel version', 'Version du noyau', { source: 'uname -r' }),
    kernelBuild: text('KERNEL_BUILD', 'Kernel build', 'Compilation du noyau', { source: 'uname -v' }),
    arch: text('ARCH', 'Architecture', 'Architecture', { source: 'uname -m' }),
    installDate: text('INSTALL_DATE', 'Installed on', 'Installé le'),
    bootTime: text('BOOT_TIME', 'Started at', 'Démarré le', { source: '/proc/stat btime', volatile: true }),
    uptime: integer('UPTIME', 'Running for', 'En marche depuis', { unit: 's', source: '/proc/uptime', volatile: true }),
    bootDate: text('BOOT_DATE', 'Started at (Android)', 'Démarré le (Android)', { volatile: true }),
    language: text('LANGUAGE', 'Language', 'Langue', { source: '/etc/default/locale LANG' }),
    fqdn: text('FQDN', 'Full host name', "Nom d'hôte complet"),
    dnsDomain: text('DNS_DOMAIN', 'DNS domain', 'Domaine DNS'),
    hostId: text('HOSTID', 'Host id', "Identifiant d'hôte"),
    sshKey: text('SSH_KEY', 'SSH host key', "Clé d'hôte SSH", { sensitive: true }),
  },
});
