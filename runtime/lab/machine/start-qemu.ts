import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { Duplex } from 'node:stream';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { escapeText } from '../../../core/escape.js';
import { connectClient, type LabClient } from '../protocol/client.js';
import { watchConsole } from './console-tail.js';
import { connectQmp, type Qmp } from './qmp.js';

/** A QEMU process that runs, with both lines to it. */
export interface Machine extends AsyncDisposable {
  readonly pid: number;
  readonly qmp: Qmp;
  readonly client: LabClient;
  /** Resolves with an explanation when QEMU ended, for whatever reason; never rejects. */
  readonly ended: Promise<TseccError>;
  /** The last lines of the guest's console, escaped. */
  consoleTail(): string[];
}

/** The guest's kernel died, by a panic or by resetting its processor: rarely, in emulation, by no fault of its own. */
export class GuestDiedError extends TseccError {}

/** What to start. */
export interface QemuCommand {
  readonly qemu: string;
  readonly args: readonly string[];
  /** Holds the files that the arguments name. */
  readonly cwd: string;
  /** Path of setpriv(1) of util-linux, where there is one. */
  readonly setpriv?: string | undefined;
}

/**
 * Starts QEMU so that it cannot outlive this process: the kernel kills it when its parent dies (PR_SET_PDEATHSIG, by
 * setpriv), and where that is not to be had, the guest turns itself off when its line to us is gone. It is in a
 * session of its own, so that Ctrl-C on the terminal reaches tsecli only.
 */
export function startQemu(command: QemuCommand): Machine {
  const [program, args] = guarded(command);
  const child = spawn(program, args, {
    cwd: command.cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  });
  const [, console, errors, qmpStream, agentStream] = child.stdio;
  if (!isReadable(console) || !isReadable(errors) || !isDuplex(qmpStream) || !isDuplex(agentStream)) {
    throw new TseccError('tool-missing', message`start lab: '${command.qemu}' could not be started`);
  }
  const consoleTail = watchConsole(console);
  const errorTail = watchConsole(errors);
  const qmp = connectQmp(qmpStream);
  const ended = new Promise<TseccError>((resolve) => {
    child.once('error', (cause) => {
      resolve(
        new TseccError('tool-missing', message`start lab: '${command.qemu}' could not be started`, { cause }),
      );
    });
    child.once('close', (code, signal) => resolve(explainEnd(code, signal, errorTail(), consoleTail())));
  });
  // When its line closes, QEMU is about to end and to say why: that is worth waiting for.
  const client = connectClient(agentStream, ended);
  return {
    pid: child.pid ?? -1,
    qmp,
    client,
    ended,
    consoleTail,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

// The shell sees whether the parent died before setpriv asked for the signal: then nobody would ever send it.
const guard = 'test "$PPID" = "$1" || exit 1; shift; exec "$@"';

function guarded({ qemu, args, setpriv }: QemuCommand): [string, string[]] {
  if (setpriv === undefined) return [qemu, [...args]];
  return [setpriv, ['--pdeathsig', 'KILL', 'sh', '-c', guard, 'sh', String(process.pid), qemu, ...args]];
}

function explainEnd(
  code: number | null,
  signal: NodeJS.Signals | null,
  errors: readonly string[],
  console: readonly string[],
): TseccError {
  if (signal === 'SIGBUS') {
    return new TseccError('tool-missing', message`run lab: the disk that holds its memory is full`, {
      cure: message`make room`,
    });
  }
  const panic = console.find((line) => line.includes('Kernel panic'));
  const how = signal ? message`signal ${signal}` : message`status ${code ?? '?'}`;
  const last = panic ?? errors.at(-1);
  const reason = last === undefined ? message`QEMU ended with ${how}` : escapeText(last);
  // Nobody asks QEMU to end: without an error it does so because the guest reset itself.
  const Kind = panic !== undefined || code === 0 ? GuestDiedError : TseccError;
  return new Kind('tool-missing', message`run lab: ${reason}`, {
    log: [...errors, ...console.slice(-40)].join('\n'),
  });
}

function isReadable(stream: unknown): stream is Readable {
  return typeof stream === 'object' && stream !== null && 'setEncoding' in stream;
}

function isDuplex(stream: unknown): stream is Duplex {
  return stream instanceof Duplex;
}
