import type { TseccError } from '../../core/errors.js';

/** The kernel refused a program at a section, and the run may have another place for it, or go without it. */
export class ProgramRefused extends Error {
  override readonly name = 'ProgramRefused';
  readonly program: string;
  readonly section: string;
  readonly stage: 'load' | 'attach';
  /** What is to be said when the run cannot do without it. */
  readonly reason: TseccError;

  constructor(
    place: { readonly program: string; readonly section: string },
    stage: 'load' | 'attach',
    reason: TseccError,
  ) {
    super(reason.message, { cause: reason });
    this.program = place.program;
    this.section = place.section;
    this.stage = stage;
    this.reason = reason;
  }
}
