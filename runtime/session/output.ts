import type { CommandIo } from '../../core/command.js';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import type { Kernel } from '../kernel/types.js';
import { watchClosed } from '../kernel/watch-closed.js';

/** Standard output as the place that events go to. */
export interface Output extends Disposable {
  /**
   * Writes, and waits until it is written: a slow reader slows us, and the memory is the caller's again. Throws when
   * the output fails; a closed one does not.
   */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Waits until all is written; throws when the output failed, also after the last write. */
  readonly finish: () => Promise<void>;
  /** True once nobody reads any more, as behind `| head`. */
  readonly closed: boolean;
}

/** Opens the output; `onClosed` is called once when its reader is gone or it fails, so that the run can end. */
export function openOutput(stdout: CommandIo['stdout'], kernel: Kernel, onClosed: () => void): Output {
  const ended = new AbortController();
  let failure: TseccError | undefined;
  const fail = (error: Error): void => {
    if (!('code' in error && error.code === 'EPIPE')) failure = writeFailure(error);
    end();
  };
  const end = (): void => {
    if (ended.signal.aborted) return;
    ended.abort();
    onClosed();
  };
  stdout.on('error', fail);
  const watch =
    'fd' in stdout && typeof stdout.fd === 'number' ? watchClosed(kernel, stdout.fd, end) : undefined;
  return {
    get closed() {
      return ended.signal.aborted;
    },
    write: async (bytes) => {
      if (failure) throw failure;
      if (ended.signal.aborted || bytes.length === 0) return;
      await written(stdout, bytes, ended.signal);
      if (failure) throw failure;
    },
    finish: async () => {
      if (!ended.signal.aborted) await new Promise<void>((resolve) => stdout.write('', () => resolve()));
      if (failure) throw failure;
    },
    [Symbol.dispose]: () => {
      watch?.close();
      stdout.off('error', fail);
    },
  };
}

function writeFailure(cause: Error): TseccError {
  return new TseccError('unforeseen', message`write events: ${cause.message}`, { cause });
}

/** Resolves when the bytes are written, or never will be: `fail` keeps the reason, and a closed output is none. */
function written(stdout: CommandIo['stdout'], bytes: Uint8Array, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      ended.removeEventListener('abort', done);
      resolve();
    };
    ended.addEventListener('abort', done, { once: true });
    stdout.write(bytes, done);
  });
}
