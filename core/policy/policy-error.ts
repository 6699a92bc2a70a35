import { TseccError, type ErrorDetails } from '../errors.js';
import { message, type Phrase } from '../message.js';

/** What is wrong with a policy: the code `package-invalid` (exit 7), since nothing can be trusted by it. */
export function policyError(path: string, why: Phrase, details: ErrorDetails = {}): TseccError {
  return new TseccError('package-invalid', message`read policy '${path}': ${why}`, details);
}
