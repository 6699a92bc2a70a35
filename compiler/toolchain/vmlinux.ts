import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { explainPhrase, TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { version } from '../../core/version.js';
import { cacheDirectory } from './cache-directory.js';
import { keepChecksum } from './checksum.js';
import { dumpHeader } from './dump-header.js';
import type { Environment } from './find-executable.js';
import { findTool } from './find-tool.js';
import { readLabBtf } from './lab-btf.js';
import type { RunOptions } from './run.js';
import { cacheLimits, markUsed, sweepDead, trimCache } from './trim-cache.js';
import { cacheKey, runningKernel, vmlinuxKey, type KernelFiles } from './vmlinux-key.js';

/** Which kernel's types are wanted, and what may be used to get them. */
export interface VmlinuxOptions extends RunOptions {
  readonly env: Environment;
  /** A vmlinux.h, or a file with BTF: raw, or a kernel image with a .BTF section. */
  readonly file?: string | undefined;
  /** Sees what the lab says while it starts for the first time. */
  readonly onProgress?: ((text: Phrase) => void) | undefined;
  /** The running kernel's files, and the way to a lab kernel's BTF; others in tests. */
  readonly kernel?: KernelFiles;
  readonly readLab?: (options: RunOptions) => Promise<Uint8Array>;
}

/**
 * A directory that holds `vmlinux.h`, the kernel's types in C: of the file that was named, else of the running
 * kernel, else of a lab kernel. Made once with bpftool, then cached; several processes may make it at once, and none
 * sees a torn one. Throws `tool-missing` when no kernel here has BTF, or bpftool is missing or fails.
 */
export async function vmlinuxDirectory(options: VmlinuxOptions): Promise<string> {
  const { kernel = runningKernel, env, file } = options;
  if (file !== undefined) return fromFile(file, options);
  if (existsSync(kernel.btf)) {
    const bpftool = findTool('bpftool', env);
    return cached(vmlinuxKey(kernel, bpftool), env, async (path) =>
      dumpHeader(bpftool, kernel.btf, path, options),
    );
  }
  // The lab takes a second to answer, so its entry is found by our version alone.
  return cached(cacheKey('lab', version), env, async (path) =>
    dumpBytes(await labBtf(options), path, options),
  );
}

/**
 * What tells the kernel types of one compile from those of another, without making them: the running kernel, or the
 * file that was named. Undefined when there is no telling, because a file or bpftool is missing.
 */
export function kernelTypesIdentity(env: Environment, file?: string): string | undefined {
  try {
    if (file !== undefined) return cacheKey('file', readFileSync(file));
    if (existsSync(runningKernel.btf)) return vmlinuxKey(runningKernel, findTool('bpftool', env));
    return cacheKey('lab', version);
  } catch {
    return undefined;
  }
}

async function fromFile(file: string, options: VmlinuxOptions): Promise<string> {
  const bytes = readNamed(file);
  if (isHeader(bytes))
    return cached(cacheKey('header', bytes), options.env, async (path) => writeFileSync(path, bytes));
  const bpftool = findTool('bpftool', options.env);
  return cached(cacheKey('file', bytes), options.env, async (path) =>
    dumpHeader(bpftool, file, path, options),
  );
}

function readNamed(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new TseccError('usage', message`read '${file}' for vmlinux.h: it cannot be read`, {
      cure: message`give --vmlinux a vmlinux.h, or a file with BTF such as /sys/kernel/btf/vmlinux`,
      cause,
    });
  }
}

// Text has no NUL; raw BTF (magic 0xeB9F) and ELF both have one in their first bytes.
const isHeader = (bytes: Uint8Array): boolean => !bytes.subarray(0, 64).includes(0);

async function labBtf(options: VmlinuxOptions): Promise<Uint8Array> {
  const { readLab = readLabBtf, onProgress, signal, onCommand } = options;
  try {
    return await readLab({ signal, onCommand, ...(onProgress ? { onStderr: onProgress } : {}) });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new TseccError(
      'tool-missing',
      message`make vmlinux.h: this kernel has no BTF (/sys/kernel/btf/vmlinux), nor is there a lab kernel's: ${explainPhrase(cause)}`,
      { cure: message`name one: --vmlinux FILE, a vmlinux.h or BTF of the kernel the program is for`, cause },
    );
  }
}

// bpftool reads from files only.
async function dumpBytes(btf: Uint8Array, path: string, options: VmlinuxOptions): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'tsecc-btf-'));
  try {
    const file = join(directory, 'vmlinux');
    writeFileSync(file, btf);
    await dumpHeader(findTool('bpftool', options.env), file, path, options);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

// How often the remains of dead writers are looked for on the fast way.
const sweepEveryMs = 60 * 60 * 1000;

/** The directory of a cache entry; `fill` writes its vmlinux.h to the path it is given, if it is not there yet. */
async function cached(key: string, env: Environment, fill: (path: string) => Promise<void>): Promise<string> {
  const directory = join(cacheDirectory(env), 'vmlinux', key);
  const path = join(directory, 'vmlinux.h');
  // A crash of the machine may leave the name of a file without its content.
  if (sizeOf(path) > 0) {
    if (Date.now() - markUsed(directory) > sweepEveryMs) sweepDead(directory);
    return directory;
  }
  const temporary = join(directory, `.vmlinux.h.${randomUUID()}.tmp`);
  try {
    mkdirSync(directory, { recursive: true });
    await fill(temporary);
    keepChecksum(path, temporary);
    renameSync(temporary, path);
    trimCache(dirname(directory), cacheLimits);
  } catch (cause) {
    if (existsSync(temporary)) rmSync(temporary);
    if (cause instanceof TseccError || (cause instanceof Error && cause.name === 'AbortError')) throw cause;
    throw new TseccError('unforeseen', message`keep vmlinux.h in '${directory}': ${String(cause)}`, {
      cure: message`set XDG_CACHE_HOME to a directory that you may write to, with some megabytes free`,
      cause,
    });
  }
  return directory;
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
