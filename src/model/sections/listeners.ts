import { integer, many, text } from '../descriptor.ts';

/** Ports on which programs wait for others to speak to them. Ours alone, and only where it is asked for. */
export const listeners = many('LISTENERS', {
  topic: 'security',
  label: { en: 'Listening ports', fr: 'Ports en écoute' },
  identity: [
    ['protocol', 'address', 'port', 'program'],
    ['protocol', 'address', 'port'],
    ['protocol', 'port'],
  ],
  columns: ['protocol', 'address', 'port', 'program', 'pid'],
  fields: {
    protocol: text('PROTOCOL', 'Protocol', 'Protocole', { source: '/proc/net/tcp, tcp6, udp, udp6' }),
    address: text('ADDRESS', 'Address', 'Adresse', { source: '/proc/net/tcp local_address' }),
    port: integer('PORT', 'Port', 'Port', { source: '/proc/net/tcp local_address' }),
    program: text('PROGRAM', 'Program', 'Programme', { source: '/proc/PID/comm of who has the socket open' }),
    pid: integer('PID', 'Process id', 'N° de processus', { volatile: true, source: '/proc/PID/fd' }),
  },
});
