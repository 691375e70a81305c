import { decimal, integer, many, text } from '../descriptor.ts';

/** Processes running while the inventory is made. FusionInventory and GLPI agents only. */
export const processes = many('PROCESSES', {
  topic: 'system',
  volatile: true,
  label: { en: 'Processes', fr: 'Processus' },
  identity: [['pid', 'started'], ['pid'], ['command']],
  columns: ['pid', 'command', 'user', 'cpu', 'memory', 'started'],
  fields: {
    pid: integer('PID', 'Process id', 'N° de processus'),
    command: text('CMD', 'Command', 'Commande', { sensitive: true }),
    user: text('USER', 'User', 'Utilisateur', { sensitive: true }),
    cpu: decimal('CPUUSAGE', 'Processor use', 'Charge du processeur', { unit: '%' }),
    memory: decimal('MEM', 'Memory use', 'Mémoire occupée', { unit: '%' }),
    virtualMemory: integer('VIRTUALMEMORY', 'Virtual memory', 'Mémoire virtuelle'),
    terminal: text('TTY', 'Terminal', 'Terminal'),
    started: text('STARTED', 'Started at', 'Démarré le'),
  },
});
