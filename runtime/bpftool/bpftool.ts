import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';

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

/** A bpftool: gives its standard output, throws {@link BpftoolError}. An aborted one is killed and waited for. */
export type Bpftool = (args: readonly string[], options?: BpftoolOptions) => Promise<string>;

/** The most that is kept of each output: a verifier log has up to 16 MiB (BPF_LOG_BUF of libbpf). */
const maxOutput = 24 * 1024 * 1024;

/** The bpftool at a path. Throws `tool-missing` when it cannot be started. */
export function bpftoolAt(path: string): Bpftool {
  return async (args, { signal, inherit = [] } = {}) => {
    signal?.throwIfAborted();
    const result = await runTool(path, args, inherit, signal);
    // Only now, when it has ended, can nothing more of it come.
    signal?.throwIfAborted();
    if (result.exitCode !== 0) throw new BpftoolError(args, result.exitCode, result.stderr);
    return result.stdout;
  };
}

interface ToolResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

function runTool(
  path: string,
  args: readonly string[],
  inherit: readonly number[],
  signal: AbortSignal | undefined,
): Promise<ToolResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe', ...inherit] });
    const kill = (): void => void child.kill('SIGKILL');
    signal?.addEventListener('abort', kill, { once: true });
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    child.once('error', (cause) => {
      signal?.removeEventListener('abort', kill);
      reject(new TseccError('tool-missing', message`start '${path}': ${cause.message}`, { cause }));
    });
    child.once('close', (code, signalName) => {
      signal?.removeEventListener('abort', kill);
      const exitCode = code ?? 128 + (signalName === null ? 0 : constants.signals[signalName]);
      resolve({ exitCode, stdout: stdout(), stderr: stderr() });
    });
  });
}

/** Gathers a stream; the result gives what came so far. What exceeds the bound is read and dropped. */
function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream?.on('data', (chunk: Buffer) => {
    if (size < maxOutput) chunks.push(chunk);
    size += chunk.length;
  });
  return () => Buffer.concat(chunks).toString('utf8');
}
