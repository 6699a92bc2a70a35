import type { Diagnostic } from '../core/diagnostics.js';
import { TseccError } from '../core/errors.js';
import type { Phrase } from '../core/message.js';

/** clang's refusal of a source, or ours of what came out: exit code 1, with located findings. */
export class CompileError extends TseccError {
  override readonly name = 'CompileError';
  /** Errors and warnings in clang's order. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(
    message: Phrase,
    diagnostics: readonly Diagnostic[],
    details: { cure?: Phrase; log?: string } = {},
  ) {
    super('compile-failed', message, details);
    this.diagnostics = diagnostics;
  }
}
