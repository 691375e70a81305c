import type { findings as en } from '../en/findings.ts';

export const findings: typeof en = {
  'access-control-off': () => 'Aucun contrôle d’accès obligatoire (AppArmor, SELinux) n’est en vigueur',
  'access-control-permissive': () => 'SELinux signale seulement ce qu’il devrait interdire',
  'antivirus-off': (name) => `L’antivirus ${name} est désactivé`,
  'antivirus-outdated': (name) => `Les signatures de ${name} ne sont pas à jour`,
  'array-degraded': (array) => `Il manque des disques à une grappe RAID : ${array}`,
  'automatic-updates-off': () => 'Les mises à jour ne s’installent pas automatiquement',
  'disk-not-encrypted': () => 'Le disque n’est pas chiffré',
  'disk-partly-encrypted': () => 'Une partie du disque n’est pas chiffrée',
  'empty-passwords': (_, count) => `Des comptes n’ont pas de mot de passe${count && ` : ${count}`}`,
  'firewall-off': (profile) => `Le pare-feu est désactivé dans le profil ${profile}`,
  'gatekeeper-off': () => 'Les programmes d’éditeurs inconnus s’exécutent sans question (Gatekeeper est désactivé)',
  'no-antivirus': () => 'Il n’y a pas d’antivirus',
  'no-firewall': () => 'Aucun pare-feu n’est activé',
  'reboot-needed': () => 'Des mises à jour attendent un redémarrage',
  'account-control-off': () =>
    "Le contrôle de compte d'utilisateur est désactivé : les programmes ont les droits d'administrateur sans demander",
  'secure-boot-off': () => 'Le démarrage sécurisé est désactivé',
  'security-updates': (_, count) => `Mises à jour de sécurité à installer${count && ` : ${count}`}`,
  'ssh-root-password': () => 'Root peut se connecter en SSH avec un mot de passe',
  'system-integrity-off': () => 'Les fichiers du système ne sont pas protégés (SIP est désactivé)',
  updates: (_, count) => `Mises à jour à installer${count && ` : ${count}`}`,
};
