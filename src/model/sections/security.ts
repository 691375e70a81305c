import { integer, many, text } from '../descriptor.ts';

/** What protects the machine, a row a subject. Ours alone: other agents do not report it, and their servers ignore it. */
export const security = many('SECURITY', {
  topic: 'security',
  label: { en: 'Protection', fr: 'Protections' },
  identity: [['name']],
  columns: ['name', 'state', 'count', 'detail'],
  fields: {
    name: text('NAME', 'Subject', 'Sujet', {
      words: {
        'account-control': { en: 'User Account Control', fr: "Contrôle de compte d'utilisateur" },
        'access-control': { en: 'Mandatory access control', fr: "Contrôle d'accès obligatoire" },
        'automatic-updates': { en: 'Automatic updates', fr: 'Mises à jour automatiques' },
        'disk-encryption': { en: 'Disk encryption', fr: 'Chiffrement du disque' },
        'empty-passwords': { en: 'Accounts without password', fr: 'Comptes sans mot de passe' },
        gatekeeper: { en: 'Gatekeeper', fr: 'Gatekeeper' },
        'kernel-lockdown': { en: 'Kernel lockdown', fr: 'Verrouillage du noyau' },
        'pending-updates': { en: 'Updates to install', fr: 'Mises à jour à installer' },
        reboot: { en: 'Restart', fr: 'Redémarrage' },
        'secure-boot': { en: 'Secure boot', fr: 'Démarrage sécurisé' },
        'security-updates': { en: 'Security updates to install', fr: 'Mises à jour de sécurité à installer' },
        'ssh-password-login': { en: 'SSH login by password', fr: 'Connexion SSH par mot de passe' },
        'ssh-root-login': { en: 'SSH login as root', fr: 'Connexion SSH en root' },
        'system-integrity': { en: 'System integrity (SIP)', fr: 'Intégrité du système (SIP)' },
        tpm: { en: 'Security chip (TPM)', fr: 'Puce de sécurité (TPM)' },
      },
    }),
    state: text('STATE', 'State', 'État', {
      words: {
        confidentiality: { en: 'confidentiality', fr: 'confidentialité' },
        found: { en: 'yes', fr: 'oui' },
        integrity: { en: 'integrity', fr: 'intégrité' },
        'keys-only': { en: 'by key only', fr: 'par clé seulement' },
        needed: { en: 'needed', fr: 'nécessaire' },
        none: { en: 'none', fr: 'aucun' },
        off: { en: 'off', fr: 'désactivé' },
        on: { en: 'on', fr: 'activé' },
        partly: { en: 'in part', fr: 'en partie' },
        pending: { en: 'waiting', fr: 'en attente' },
        permissive: { en: 'reports only', fr: 'signale seulement' },
        unknown: { en: 'unknown', fr: 'inconnu' },
        unsupported: { en: 'not supported', fr: 'non pris en charge' },
      },
    }),
    // How many, and which: it moves with every package list, so that only a new state is news.
    count: integer('COUNT', 'Count', 'Nombre', { volatile: true }),
    detail: text('DETAIL', 'Detail', 'Détail', { volatile: true }),
    source: text('SOURCE', 'Evidence', 'Preuve'),
  },
});
