import { TseccError, type ErrorDetails } from '../../../core/errors.js';
import { message, type Phrase } from '../../../core/message.js';

/** The one kind of error that opening a bundle throws: `package-invalid`, with where and why in one sentence. */
export function bundleError(why: Phrase, details: ErrorDetails = {}): TseccError {
  return new TseccError('package-invalid', message`open bundle: ${why}`, details);
}
