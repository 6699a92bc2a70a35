import { TseccError, type ErrorDetails } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';

/** What is not trusted, and why: the code `package-invalid` (exit 7), as for any package that is not to be run. */
export function trustError(name: string, why: Phrase, details: ErrorDetails = {}): TseccError {
  return new TseccError('package-invalid', message`trust '${name}': ${why}`, details);
}

/** A key that cannot be used: the code `usage` (exit 2), since who named it can name another. */
export function keyError(name: string, why: Phrase, details: ErrorDetails = {}): TseccError {
  return new TseccError('usage', message`read key '${name}': ${why}`, details);
}
