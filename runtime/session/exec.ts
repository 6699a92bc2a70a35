import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { CommandIo } from '../../core/command.js';
import { message, type Phrase } from '../../core/message.js';

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** How long output is awaited after the command's end: what it left in the background may hold its pipes open. */
const lastOutputMs = 100;

/**
 * Runs the user's `--exec` command in a shell and waits for its end. Standard output carries events only, so what the
 * command prints goes to `stderr`. Gives what went wrong, in words, or undefined; never rejects. One that the signal
 * ends is no failure.
 */
export async function runCommand(
  command: string,
  io: CommandIo,
  signal: AbortSignal,
): Promise<Phrase | undefined> {
  if (signal.aborted) return undefined;
  const child = spawn('/bin/sh', ['-c', command], {
    cwd: io.cwd(),
    env: { ...io.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', kill, { once: true });
  const outputs = [child.stdout, child.stderr].map((output) => forward(output, io));
  const failure = await failureOf(child);
  await Promise.race([Promise.all(outputs), sleep(lastOutputMs)]);
  // On a busy machine all that time may pass before anything is read: what is in the pipes comes now.
  await setImmediate();
  const ended = signal.aborted;
  signal.removeEventListener('abort', kill);
  child.stdout.destroy();
  child.stderr.destroy();
  return ended ? undefined : failure;
}

async function forward(output: Readable, io: CommandIo): Promise<void> {
  output.pipe(io.stderr, { end: false });
  // A torn pipe only means that there is no more to show.
  await finished(output).catch(() => {});
}

/** Waits for the end; undefined when it was a success. */
async function failureOf(child: Child): Promise<Phrase | undefined> {
  try {
    const [code, signal]: unknown[] = await once(child, 'exit');
    if (code === 0) return undefined;
    return typeof code === 'number'
      ? message`it ended with status ${code}`
      : message`it was ended by ${String(signal)}`;
  } catch (error) {
    return message`it did not start: ${error instanceof Error ? error.message : String(error)}`;
  }
}
