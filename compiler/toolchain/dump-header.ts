import { closeSync, openSync, readSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { run, type Finished, type RunOptions } from './run.js';

/** What a dump may take before bpftool is held for broken. */
export interface DumpLimits {
  readonly milliseconds: number;
  readonly bytes: number;
}

/** A kernel's types are 3 MB, and dumped in a fraction of a second. */
const usualLimits: DumpLimits = { milliseconds: 120_000, bytes: 128 * 1024 * 1024 };

/** A disk with less room than this is full. */
const leastRoom = 64 * 1024;

/** The longest word of bpftool that is repeated. */
const longestReason = 200;

/**
 * Has bpftool write the types of a file as vmlinux.h to a path. Throws `tool-missing` where it fails, hangs, prints
 * without end or prints anything but a whole header; and for a disk that is full, which bpftool itself does not notice.
 */
export async function dumpHeader(
  bpftool: string,
  file: string,
  path: string,
  options: RunOptions,
  limits: DumpLimits = usualLimits,
): Promise<void> {
  const why = await failureOf(bpftool, file, path, options, limits);
  if (why === undefined) return;
  throw new TseccError(
    'tool-missing',
    message`make vmlinux.h: bpftool cannot dump the types of '${file}': ${why.reason}`,
    { cure: message`name another: --vmlinux FILE, a vmlinux.h or BTF`, log: why.log },
  );
}

interface Failure {
  readonly reason: Phrase;
  readonly log?: string;
}

async function failureOf(
  bpftool: string,
  file: string,
  path: string,
  { signal, ...options }: RunOptions,
  limits: DumpLimits,
): Promise<Failure | undefined> {
  signal?.throwIfAborted();
  // bpftool writes into the file by itself: three megabytes through a pipe would take as long as the dump.
  const output = openSync(path, 'w');
  const end = new AbortController();
  const onAbort = (): void => end.abort();
  signal?.addEventListener('abort', onAbort, { once: true });
  let broken: Phrase | undefined;
  const endFor = (reason: Phrase): void => {
    broken ??= reason;
    end.abort();
  };
  const late = setTimeout(
    () => endFor(message`it did not end within ${limits.milliseconds / 1000} s`),
    limits.milliseconds,
  );
  const watch = setInterval(() => {
    if (statSync(path).size > limits.bytes) endFor(message`it does not stop printing`);
  }, 100);
  try {
    const args = ['btf', 'dump', 'file', file, 'format', 'c'];
    return judge(await run(bpftool, args, { ...options, output, signal: end.signal }), path);
  } catch (error) {
    if (broken === undefined) throw error;
    return { reason: broken };
  } finally {
    clearTimeout(late);
    clearInterval(watch);
    signal?.removeEventListener('abort', onAbort);
    closeSync(output);
  }
}

function judge({ code, signal, stderr }: Finished, path: string): Failure | undefined {
  if (code === 0 && isWhole(path)) return undefined;
  if (isDiskFull(path)) return { reason: message`no space left on the device`, log: stderr };
  const said = (stderr.trim().split('\n').at(-1) ?? '').slice(0, longestReason);
  const silent = signal === null ? message`bpftool printed no header` : message`${signal} ended it`;
  return { reason: said || silent, log: stderr };
}

/** What bpftool prints begins with a guard and ends with its end: what is in between is clang's to judge. */
function isWhole(path: string): boolean {
  const { size } = statSync(path);
  const bytes = Buffer.alloc(64);
  const file = openSync(path, 'r');
  try {
    const textAt = (position: number): string =>
      bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, position));
    return (
      /^#ifndef \w+\n/.test(textAt(0)) && /#endif[^\n]*\n$/.test(textAt(Math.max(0, size - bytes.length)))
    );
  } finally {
    closeSync(file);
  }
}

function isDiskFull(path: string): boolean {
  const { bavail, bsize } = statfsSync(dirname(path));
  return bavail * bsize < leastRoom;
}
