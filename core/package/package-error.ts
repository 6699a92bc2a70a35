import { TseccError, type ErrorDetails } from '../errors.js';
import { message, type Phrase } from '../message.js';

/** The one kind of error that opening a package throws: `package-invalid`, with where and why in one sentence. */
export function packageError(why: Phrase, details: ErrorDetails = {}): TseccError {
  return new TseccError('package-invalid', message`open package: ${why}`, details);
}
