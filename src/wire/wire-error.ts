/** wire/ knows how inventories look between two machines: compression, XML, and the dialects of the agents. */
import { ParcoursError } from '../model/errors.ts';

/** HTTP status with which a receiver refuses the document: 400 it is wrong, 413 it is too much, 501 nobody does that here. */
export type RefusalStatus = 400 | 413 | 501;

/** A document that cannot be read, with the reason for its sender. */
export class WireError extends ParcoursError {
  readonly status: RefusalStatus;

  constructor(reason: string, status: RefusalStatus = 400, cause?: unknown) {
    super('bad-input', reason, cause);
    this.status = status;
  }
}
