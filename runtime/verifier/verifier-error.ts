import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { labCure } from '../kernel/lab-cure.js';
import type { Explanation } from './types.js';

/** A program that the verifier refused, with all that is known of it; `kernel-cannot` where another kernel would take it. */
export class VerifierError extends TseccError {
  override readonly name = 'VerifierError';
  readonly explanation: Explanation;

  constructor(explanation: Explanation, details: { readonly cause?: unknown; readonly log: string }) {
    const { program, place, why, cure, kernelLacks } = explanation;
    const where = place?.file === undefined ? undefined : `${place.file}:${place.line}`;
    const lab = kernelLacks ? labCure('newer kernel') : undefined;
    super(
      kernelLacks ? 'kernel-cannot' : 'verifier-refused',
      where === undefined
        ? message`load '${program}': the verifier refused it: ${why}`
        : message`load '${program}': the verifier refused it at ${where}: ${why}`,
      { ...details, cure: lab === undefined ? cure : message`${cure}; or ${lab}` },
    );
    this.explanation = explanation;
  }
}
