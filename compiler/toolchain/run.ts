import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';

/** How a program ended, and what it said. */
export interface Finished {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** A program that was started. */
export interface Started {
  /** Its input, where that was asked for: another program's output goes there without passing through us. */
  readonly stdin: Writable | null;
  /** Throws `tool-missing` when it could not be started at all. */
  readonly finished: Promise<Finished>;
}

/** What a run may be given beside its arguments. */
export interface RunOptions {
  readonly input?: Readable;
  /** File descriptor that is the program's standard input, in place of `input`. */
  readonly inputFile?: number;
  /** True to leave the input open for another program. Whoever starts that program closes it here. */
  readonly openInput?: boolean;
  /** Takes the output, a file descriptor or the input of another program; `stdout` stays empty then. */
  readonly output?: number | Writable;
  /** File descriptors that the program inherits as 3, 4 and so on. */
  readonly inherit?: readonly number[];
  /** Ends the program when it aborts. */
  readonly signal?: AbortSignal | undefined;
  /** Told of the command before it starts. */
  readonly onCommand?: ((argv: readonly string[]) => void) | undefined;
  /** Sees what the program writes to stderr as it comes. */
  readonly onStderr?: (text: string) => void;
}

/** Starts a program, never through a shell. */
export function start(command: string, args: readonly string[], options: RunOptions = {}): Started {
  options.onCommand?.([command, ...args]);
  const { input, openInput = false, output = 'pipe', inherit = [] } = options;
  const { inputFile = input || openInput ? 'pipe' : 'ignore' } = options;
  const child = spawn(command, args, {
    stdio: [inputFile, output, 'pipe', ...inherit],
    signal: options.signal,
  });
  // A program that ends before it read all of its input is judged by its exit code.
  child.stdin?.on('error', () => undefined);
  if (child.stdin) input?.pipe(child.stdin);

  const finished = new Promise<Finished>((resolve, reject) => {
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => {
      stderr.push(chunk);
      options.onStderr?.(chunk.toString());
    });
    child.on('error', (cause) =>
      reject(
        options.signal?.aborted
          ? cause
          : new TseccError('tool-missing', message`start '${command}': it does not run`, { cause }),
      ),
    );
    child.on('close', (code, signal) =>
      resolve({ code, signal, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() }),
    );
  });
  return { stdin: child.stdin, finished };
}

/** Runs a program to its end. */
export async function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  return start(command, args, options).finished;
}
