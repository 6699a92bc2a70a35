import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Diagnostic } from '../../core/diagnostics.js';
import { explainPhrase, TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { run, type RunOptions } from '../toolchain/run.js';
import type { KernelBtf } from './find-kernel-btfs.js';
import { unpackBtf } from './unpack-btf.js';

/** The programs that make types of a kernel small. */
export interface BtfTools {
  readonly bpftool: string;
  /** Undefined where it is not installed; it is needed for packed types only. */
  readonly xz: string | undefined;
}

/** What came of an archive. */
export interface MinimizedBtfs {
  /** Names of the kernels whose types lie in the directory now, in the order of the archive. */
  readonly names: readonly string[];
  /** A warning for each file of the archive that is of no use. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Writes into a directory, for each kernel, what of its types an object needs to be relocated there: `bpftool gen
 * min_core_btf`, since bpftool 5.18. Some at a time. A file that is broken becomes a warning and the others go on;
 * throws `tool-missing` when a program does not run, or nothing came of any file.
 */
export async function minimizeBtfs(
  tools: BtfTools,
  kernels: readonly KernelBtf[],
  { object, directory, parallel }: { object: string; directory: string; parallel: number },
  options: RunOptions = {},
): Promise<MinimizedBtfs> {
  const faults = new Map<string, Phrase>();
  const waiting = kernels.values();
  let ending = false;
  const work = async (): Promise<void> => {
    for (const kernel of waiting) {
      if (ending) return;
      const fault = await minimize(tools, kernel, object, join(directory, kernel.name), options);
      if (fault !== undefined) faults.set(kernel.name, fault);
    }
  };
  const workers = Array.from({ length: Math.max(1, parallel) }, async () =>
    work().finally(() => (ending = true)),
  );
  // All of them, so that none writes any more once this has thrown.
  for (const ended of await Promise.allSettled(workers)) if (ended.status === 'rejected') throw ended.reason;

  const names = kernels.map(({ name }) => name).filter((name) => !faults.has(name));
  const diagnostics = kernels.flatMap(({ name }) => warning(faults.get(name)));
  if (names.length > 0) return { names, diagnostics };
  const [first] = faults.values();
  throw new TseccError(
    'tool-missing',
    message`make types of kernels small: none could be, first ${first ?? ''}`,
    {
      cure: message`bpftool must know gen min_core_btf, since its version 5.18: '${tools.bpftool}'`,
    },
  );
}

/** Undefined, or why this kernel has to be left out. */
async function minimize(
  { bpftool, xz }: BtfTools,
  { path, packed }: KernelBtf,
  object: string,
  target: string,
  options: RunOptions,
): Promise<Phrase | undefined> {
  const full = `${target}.full`;
  mkdirSync(dirname(target), { recursive: true });
  try {
    if (packed) await unpackBtf(needXz(xz), path, full, options);
    const args = ['gen', 'min_core_btf', packed ? full : path, target, object];
    const { code, stderr } = await run(bpftool, args, options);
    if (code === 0) return undefined;
    rmSync(target, { force: true });
    return message`read '${path}': ${stderr.trim().split('\n').at(-1) || message`bpftool failed`}`;
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof TseccError && error.code === 'tool-missing') throw error;
    return explainPhrase(error);
  } finally {
    rmSync(full, { force: true });
  }
}

function needXz(xz: string | undefined): string {
  if (xz !== undefined) return xz;
  throw new TseccError('tool-missing', message`unpack types of kernels: xz is not installed`, {
    cure: message`install it: xz-utils on Debian and Ubuntu, xz elsewhere; or unpack the archive first`,
  });
}

function warning(fault: Phrase | undefined): Diagnostic[] {
  if (fault === undefined) return [];
  return [{ severity: 'warning', text: message`${fault}; the bundle is made without it`, notes: [] }];
}
