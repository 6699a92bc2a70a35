import { TseccError, type ErrorDetails } from '../errors.js';
import { message } from '../message.js';

/** An ELF file, or a BPF object in it, that cannot be read; the message says where. */
export class ElfError extends TseccError {
  override readonly name = 'ElfError';

  constructor(message: string, details: ErrorDetails = {}) {
    super('package-invalid', message, details);
  }
}

/** The {@link ElfError} for a reason that a reader gives. */
export const failElf = (reason: string): ElfError => new ElfError(message`read ELF: ${reason}`);
