import type { Check, CheckGroup } from '../../core/doctor/types.js';
import type { Phrase } from '../../core/message.js';
import type { Environment } from '../toolchain/find-executable.js';

/** What the checks look at; others in tests. */
export interface DoctorContext {
  readonly env: Environment;
  readonly signal?: AbortSignal | undefined;
}

/** A check without its name. */
export type Finding = Pick<Check, 'state' | 'detail' | 'cure'>;

/** A thing that tsecc uses. */
export interface CheckRow {
  readonly id: string;
  readonly title: Phrase;
  /** Whether no compile goes without it; of others, `missing` is said as `limited`. */
  readonly needed: boolean;
  readonly look: (context: DoctorContext) => Finding | Promise<Finding>;
}

/** Things that belong together. */
export interface RowGroup extends Pick<CheckGroup, 'id' | 'title'> {
  readonly rows: readonly CheckRow[];
}
