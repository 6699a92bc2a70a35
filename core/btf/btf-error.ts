import { TseccError, type ErrorDetails } from '../errors.js';
import { message, type Phrase } from '../message.js';

/** Type information that cannot be read or makes no sense; the message says where. */
export class BtfError extends TseccError {
  override readonly name = 'BtfError';

  constructor(message: Phrase, details: ErrorDetails = {}) {
    super('package-invalid', message, details);
  }
}

/** The {@link BtfError} for a reason that a reader gives. */
export const failBtf = (reason: Phrase): BtfError => new BtfError(message`read BTF: ${reason}`);
