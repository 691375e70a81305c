import type { Diagnosis } from '../lab/logs/diagnose.ts';
import { safeText } from '../model/safe-text.ts';
import type { Context } from './command.ts';

/** What a log tells, for people: what happened, what came of it, the line that proves it, why, and what to do. */
export function diagnosisLines({ messages }: Pick<Context, 'messages'>, diagnosis: Diagnosis): readonly string[] {
  const words = messages.doctor;
  const { agent, version = '', runs, server, proxy, events, outcome, proof } = diagnosis;
  return [
    words.head(words.agents[agent], safeText(version), runs),
    ...(server ? [words.toServer(safeText(server))] : []),
    ...(proxy ? [words.throughProxy(safeText(proxy))] : []),
    '',
    words.happened,
    ...events.map(({ event, line }) => `  ${words.line(line)} ${words.events[event]}`),
    '',
    words.outcomes[outcome],
    ...(proof ? [words.proof(proof.line), `  ${safeText(proof.text).trim().slice(0, LONGEST)}`] : []),
    ...causeLines(messages, diagnosis),
  ];
}

function causeLines({ doctor }: Context['messages'], { outcome, cause, fault }: Diagnosis): readonly string[] {
  if (outcome === 'unfinished' || (outcome === 'failed' && !cause)) return [`${doctor.cause} ${doctor.unknown}`];
  if (!cause) return [];
  const isProxys = cause === 'proxy' && (fault === 'refused' || fault === 'timedOut' || fault === 'noRoute');
  const why = isProxys ? doctor.viaProxy : fault ? doctor.faults[fault] : doctor.localMode;
  return [`${doctor.cause} ${why}.`, `${doctor.toDo} ${doctor.advice[cause]}`];
}

/** An own log says much in one line. */
const LONGEST = 400;
