import { TseccError, type ErrorDetails } from '../errors.js';
import { message } from '../message.js';

/** The one kind of error that opening a package throws: `package-invalid`, with where and why in one sentence. */
export function packageError(why: string, details: ErrorDetails = {}): TseccError {
  return new TseccError('package-invalid', message`open package: ${why}`, details);
}
