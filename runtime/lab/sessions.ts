import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import type { CommandIo } from '../../core/command.js';
import { escapeText } from '../../core/escape.js';
import { realKernel } from '../kernel/real-kernel.js';
import { watchClosed } from '../kernel/watch-closed.js';
import type { LabClient, Session } from './protocol/client.js';
import type { SessionRequest } from './protocol/messages.js';

// After an interrupt, a program of the guest has this long to end in peace, in milliseconds.
const patience = 10_000;

/** What a program in the guest runs with. */
export interface SessionOptions {
  readonly io: CommandIo;
  readonly files?: Readonly<Record<string, Uint8Array>> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Whether the program reads our standard input. */
  readonly stdin?: boolean | undefined;
}

/**
 * Runs a program in the guest with our standard streams and gives its exit code once all its output is written. An
 * abort becomes SIGINT there. Output that nobody reads any more ends the program quietly, as a closed pipe does.
 */
export async function runSession(
  client: LabClient,
  request: SessionRequest,
  options: SessionOptions,
): Promise<number> {
  const { io, files, signal, stdin } = options;
  const session = client.open(request, files);
  if (stdin) io.stdin.pipe(session.stdin);
  else session.stdin.end();
  const interrupt = interruptOnAbort(session, signal);
  const closed = closedPipe(io.stdout);
  try {
    const outputs = [forward(session.stdout, io.stdout), forward(session.stderr, io.stderr)];
    const first = await Promise.race([session.ended, interrupt.expired, closed.promise]);
    if (first === 'closed') return 0;
    if ((await Promise.race([Promise.all(outputs), closed.promise])) === 'closed') return 0;
    if (first.failure !== undefined) {
      throw new TseccError('tool-missing', message`run in lab: ${escapeText(first.failure)}`);
    }
    return first.code;
  } finally {
    closed.stop();
    interrupt.stop();
    if (stdin) io.stdin.unpipe(session.stdin).pause();
  }
}

/** Resolves when all was written. */
async function forward(from: Readable, to: Writable): Promise<void> {
  const ended = once(from, 'end');
  from.pipe(to, { end: false });
  await ended;
  if (to.writableLength > 0) await new Promise<void>((done) => void to.write('', () => done()));
}

/** Resolves when nobody reads the output any more. */
function closedPipe(output: Writable): { readonly promise: Promise<'closed'>; stop(): void } {
  const { promise, resolve } = withResolvers<'closed'>();
  const closed = () => resolve('closed');
  output.once('error', closed).once('close', closed);
  const watch =
    'fd' in output && typeof output.fd === 'number'
      ? watchClosed(realKernel(), output.fd, closed)
      : undefined;
  if (output.destroyed) closed();
  return {
    promise,
    stop() {
      output.off('error', closed).off('close', closed);
      watch?.close();
    },
  };
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}

function interruptOnAbort(session: Session, signal: AbortSignal | undefined) {
  let timer: NodeJS.Timeout | undefined;
  let abort = (): void => undefined;
  const expired = new Promise<never>((_, reject) => {
    abort = () => {
      session.signal('SIGINT');
      const error = new TseccError(
        'tool-missing',
        message`run in lab: the program did not end ${patience / 1000} s after Ctrl-C`,
      );
      timer ??= setTimeout(reject, patience, error);
    };
  });
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort, { once: true });
  return {
    expired,
    stop() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    },
  };
}
