import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { constants } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { ReadStream } from 'node:tty';
import { openPty } from '../../kernel/pty.js';
import type { SessionRequest } from '../protocol/messages.js';
import type { WarmWorkers } from './warm-workers.js';

/** A program of a session while it runs in the guest. */
export interface Program {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr?: Readable | undefined;
  /** Exit code, 128 + signal number where a signal ended it; rejects where it never started. */
  readonly ended: Promise<number>;
  signal(name: NodeJS.Signals): void;
  resize?(columns: number, rows: number): void;
}

/** Starts the program that a session asks for, in the given directory. */
export function startProgram(request: SessionRequest, cwd: string, workers: WarmWorkers): Program {
  if (request.kind === 'tsecli') return programOf(workers.run({ argv: request.argv, env: request.env, cwd }));
  const env = { ...process.env, ...request.env };
  const [command = '/bin/sh', ...args] = request.kind === 'shell' ? ['/bin/sh', '-l'] : request.argv;
  if (request.terminal) return startOnTerminal([command, ...args], { cwd, env }, request.terminal);
  return programOf(spawn(command, args, { cwd, env, stdio: 'pipe' }));
}

interface Place {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

function startOnTerminal(
  argv: readonly string[],
  place: Place,
  size: { readonly columns: number; readonly rows: number },
): Program {
  const pty = openPty();
  pty.resize(size.columns, size.rows);
  const slave = openSync(pty.programPath, 'r+');
  // setsid -c makes the terminal the controlling one, so that Ctrl-C and job control work.
  const child = spawn('setsid', ['-c', ...argv], { ...place, stdio: [slave, slave, slave] });
  closeSync(slave);
  const terminal = new ReadStream(pty.fd);
  // When the last program leaves the terminal, reading it fails with EIO: that is its end.
  terminal.on('error', () => terminal.destroy());
  return {
    stdin: terminal,
    stdout: terminal,
    ended: endOf(child),
    signal: (name) => void child.kill(name),
    resize: (columns, rows) => pty.resize(columns, rows),
  };
}

function programOf(child: ChildProcess): Program {
  const { stdin, stdout, stderr } = child;
  if (!stdin || !stdout || !stderr) throw new Error('start program: it has no pipes');
  return { stdin, stdout, stderr, ended: endOf(child), signal: (name) => void child.kill(name) };
}

function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
