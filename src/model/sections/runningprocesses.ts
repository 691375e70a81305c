import { decimal, integer, many, text } from '../descriptor.ts';

/** Processes as OCS's plugin tells them; on macOS OCS agents put cameras here, hence `model` and `uuid`. */
export const runningprocesses = many('RUNNING_PROCESSES', {
  topic: 'system',
  volatile: true,
  aliases: ['RUNNINGPROCESS'],
  label: { en: 'Running processes', fr: 'Processus en cours' },
  identity: [['processId', 'started'], ['processId'], ['name'], ['uuid']],
  columns: ['processId', 'name', 'commandLine', 'userName', 'memory'],
  fields: {
    processId: integer('PROCESSID', 'Process id', 'N° de processus'),
    name: text('PROCESSNAME', 'Name', 'Nom'),
    commandLine: text('COMMANDLINE', 'Command', 'Commande', { sensitive: true }),
    userName: text('USERNAME', 'User', 'Utilisateur', { sensitive: true }),
    memory: text('PROCESSMEMORY', 'Memory', 'Mémoire'),
    virtualMemory: text('VIRTUALMEMORY', 'Virtual memory', 'Mémoire virtuelle'),
    cpu: decimal('CPUUSAGE', 'Processor use', 'Charge du processeur', { unit: '%' }),
    terminal: text('TTY', 'Terminal', 'Terminal'),
    started: text('STARTED', 'Started at', 'Démarré le'),
    description: text('DESCRIPTION', 'Description', 'Description'),
    company: text('COMPANY', 'Publisher', 'Éditeur'),
    model: text('MODEL', 'Model', 'Modèle'),
    uuid: text('UUID', 'UUID', 'UUID', { sensitive: true }),
  },
});
