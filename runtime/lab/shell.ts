import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { ReadStream, WriteStream } from 'node:tty';
import type { CommandIo } from '../../core/command.js';
import type { LabClient } from './protocol/client.js';
import { runSession } from './sessions.js';

/**
 * A shell in the guest. On a terminal it is interactive: keys go to the guest as they are, Ctrl-C too, and the guest's
 * terminal follows ours in size. Otherwise it runs the commands on stdin. Gives the shell's exit code.
 */
export async function runShell(client: LabClient, io: CommandIo, signal?: AbortSignal): Promise<number> {
  const env = { TERM: io.env['TERM'] ?? 'linux' };
  if (!isTerminal(io.stdin) || !(io.stdout instanceof WriteStream)) {
    return runSession(client, { kind: 'shell', argv: [], env }, { io, signal, stdin: true });
  }
  const { stdin, stdout } = io;
  const terminal = { columns: stdout.columns, rows: stdout.rows };
  const session = client.open({ kind: 'shell', argv: [], env, terminal });
  const resize = () => session.resize(stdout.columns, stdout.rows);
  stdout.on('resize', resize);
  stdin.setRawMode(true);
  try {
    stdin.pipe(session.stdin);
    session.stdout.pipe(stdout, { end: false });
    session.stderr.resume();
    const shown = once(session.stdout, 'end');
    const { code } = await session.ended;
    await shown;
    return code;
  } finally {
    stdin.setRawMode(false);
    stdin.unpipe(session.stdin).pause();
    stdout.off('resize', resize);
  }
}

function isTerminal(stream: Readable): stream is ReadStream {
  return stream instanceof ReadStream && stream.isTTY;
}
