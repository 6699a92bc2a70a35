import type { Language } from './language.js';
import type { Readable, Writable } from 'node:stream';
import type { Translate } from './message.js';

/**
 * What a command may touch of the process that runs it. `process` satisfies it; tests and the lab pass their own.
 * A command is `main(argv, io): Promise<number>`: it resolves to its exit code and never calls `process.exit`.
 */
export interface CommandIo {
  readonly stdin: Readable;
  /** Data only. */
  readonly stdout: Writable & {
    readonly isTTY?: boolean;
    readonly columns?: number;
    readonly rows?: number;
  };
  /** Everything that is not data: diagnostics, progress, summaries. */
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: () => string;
  /** The user's; absent, English. */
  readonly language?: Language;
  /** Says phrases in that language. */
  readonly translate?: Translate;
}
