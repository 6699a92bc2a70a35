import { TseccError, type ErrorDetails } from '../errors.js';
import { message, type Phrase } from '../message.js';

/** An ELF file, or a BPF object in it, that cannot be read; the message says where. */
export class ElfError extends TseccError {
  override readonly name = 'ElfError';

  constructor(message: Phrase, details: ErrorDetails = {}) {
    super('package-invalid', message, details);
  }
}

/** The {@link ElfError} for a reason that a reader gives. */
export const failElf = (reason: Phrase): ElfError => new ElfError(message`read ELF: ${reason}`);
