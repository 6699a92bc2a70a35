import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';

/** A bpftool that ended badly: what it was asked and what it said. */
export class BpftoolError extends Error {
  override readonly name = 'BpftoolError';
  readonly argv: readonly string[];
  /** 128 + its number when a signal ended it, as shells count. */
  readonly exitCode: number;
  readonly stderr: string;

  constructor(argv: readonly string[], exitCode: number, stderr: string) {
    super(`bpftool ${argv.join(' ')}: exit code ${exitCode}`);
    this.argv = argv;
    this.exitCode = exitCode;
    this.stderr = stderr;
  }
}

/** How a bpftool is run. */
export interface BpftoolOptions {
  readonly signal?: AbortSignal | undefined;
  /** Descriptors that it inherits as 3, 4 and so on. */
  readonly inherit?: readonly number[] | undefined;
}

/**
 * A bpftool: gives its standard output, throws {@link BpftoolError}, or `tool-missing` for one that a signal ended. An
 * aborted one is killed and waited for; so is one that takes too long or never stops printing.
 */
export type Bpftool = (args: readonly string[], options?: BpftoolOptions) => Promise<string>;

/** What a bpftool may take before it is held for broken. */
export interface BpftoolLimits {
  readonly milliseconds: number;
  /** Of each output. */
  readonly bytes: number;
}

/**
 * The verifier may look at a million instructions, several times, on a slow machine; its log has up to 16 MiB
 * (BPF_LOG_BUF of libbpf).
 */
const usualLimits: BpftoolLimits = { milliseconds: 300_000, bytes: 24 * 1024 * 1024 };

/** The bpftool at a path. Throws `tool-missing` when it cannot be started. */
export function bpftoolAt(path: string, limits: BpftoolLimits = usualLimits): Bpftool {
  return async (args, { signal, inherit = [] } = {}) => {
    signal?.throwIfAborted();
    const { exitCode, killedBy, stdout, stderr } = await runTool(path, args, inherit, { signal, limits });
    // Only now, when it has ended, can nothing more of it come.
    signal?.throwIfAborted();
    if (exitCode === 0) return stdout;
    const failure = new BpftoolError(args, exitCode, stderr);
    if (killedBy === undefined) throw failure;
    throw new TseccError('tool-missing', message`use bpftool: ${killedBy}`, {
      cure: message`try another version of bpftool`,
      cause: failure,
      log: stderr,
    });
  };
}

interface ToolResult {
  readonly exitCode: number;
  /** What ended it other than itself, in words. */
  readonly killedBy: Phrase | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

interface ToolBounds {
  readonly signal: AbortSignal | undefined;
  readonly limits: BpftoolLimits;
}

function runTool(
  path: string,
  args: readonly string[],
  inherit: readonly number[],
  { signal, limits }: ToolBounds,
): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    // A group of its own: where it is a script, what that started ends with it.
    const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe', ...inherit], detached: true });
    let reason: Phrase | undefined;
    const kill = (): void => killGroup(child);
    const killFor = (why: Phrase): void => {
      reason ??= why;
      kill();
    };
    signal?.addEventListener('abort', kill, { once: true });
    const timer = setTimeout(() => {
      killFor(message`it did not end within ${limits.milliseconds / 1000} s`);
    }, limits.milliseconds);
    const onExcess = (): void => killFor(message`it does not stop printing`);
    const stdout = collect(child.stdout, limits.bytes, onExcess);
    const stderr = collect(child.stderr, limits.bytes, onExcess);
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', kill);
    };
    child.once('error', (cause) => {
      settle();
      reject(new TseccError('tool-missing', message`start '${path}': ${cause.message}`, { cause }));
    });
    child.once('close', (code, signalName) => {
      settle();
      const exitCode = code ?? 128 + (signalName === null ? 0 : constants.signals[signalName]);
      const killedBy = reason ?? (signalName === null ? undefined : message`${signalName} ended it`);
      resolve({ exitCode, killedBy, stdout: stdout(), stderr: stderr() });
    });
  });
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/** Gathers a stream; the result gives what came so far. More than the bound is told, and dropped. */
function collect(stream: Readable | null, bytes: number, onExcess: () => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream?.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= bytes) chunks.push(chunk);
    else onExcess();
  });
  return () => Buffer.concat(chunks).toString('utf8');
}
