/** The answers to GLPI agents, as JSON. GLPI reference 1.5 and 1.6. */

export interface ContactReply {
  /** Hours until the agent is to come back. */
  readonly expiration: number;
  /** Whether the agent is to send an inventory now. */
  readonly wanted: boolean;
  /** Tasks the agent could do. */
  readonly tasks: readonly string[];
  /** What the agent is to leave out of inventories: GLPI's names of categories, with commas between. */
  readonly noCategory?: string;
}

export function encodeContactReply({ expiration, wanted, tasks, noCategory }: ContactReply): string {
  const category = noCategory === undefined ? {} : { 'no-category': noCategory };
  const disabled = tasks.filter((task) => !wanted || task !== INVENTORY);
  return JSON.stringify({
    status: 'ok',
    expiration,
    ...(wanted ? { tasks: { [INVENTORY]: { server: 'glpi', version: GLPI_VERSION, ...category } } } : {}),
    ...(disabled.length > 0 ? { disabled } : {}),
  });
}

export function encodeOk(expiration: number): string {
  return JSON.stringify({ status: 'ok', expiration });
}

/** GLPI cuts its messages to about this length. */
export function encodeError(message: string, expiration: number): string {
  return JSON.stringify({ status: 'error', message: message.slice(0, 250), expiration });
}

const INVENTORY = 'inventory';
/** The server whose inventories agents know how to make for us. */
const GLPI_VERSION = '10.0.18';
