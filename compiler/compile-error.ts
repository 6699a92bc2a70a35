import type { Diagnostic } from '../core/diagnostics.js';
import { TseccError } from '../core/errors.js';

/** clang's refusal of a source, or ours of what came out: exit code 1, with located findings. */
export class CompileError extends TseccError {
  override readonly name = 'CompileError';
  /** Errors and warnings in clang's order. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(
    message: string,
    diagnostics: readonly Diagnostic[],
    details: { cure?: string; log?: string } = {},
  ) {
    super('compile-failed', message, details);
    this.diagnostics = diagnostics;
  }
}
