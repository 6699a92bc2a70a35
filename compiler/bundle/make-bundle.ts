import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from '../../core/diagnostics.js';
import type { Architecture } from '../toolchain/architecture.js';
import { findExecutable, type Environment } from '../toolchain/find-executable.js';
import { findTool } from '../toolchain/find-tool.js';
import type { RunOptions } from '../toolchain/run.js';
import { packTar } from '../output/pack-tar.js';
import { findKernelBtfs } from './find-kernel-btfs.js';
import { minimizeBtfs } from './minimize-btfs.js';

/** What goes into a bundle. */
export interface BundleParts {
  /** The object and its name there. */
  readonly object: Uint8Array;
  readonly objectFile: string;
  /** Text of package.json. */
  readonly package: string;
  /** Directory with types of kernels, as BTFHub's archive has them. */
  readonly archive: string;
  readonly architecture: Architecture;
}

/** What a bundle is made with. */
export interface BundleOptions extends RunOptions {
  readonly env: Environment;
  /** Time of every file in it. */
  readonly date?: Date | undefined;
}

/**
 * A bundle as ecc makes it and ecli reads it, as bytes of a tar: package.json, the object, and below btfhub-archive the
 * types that the object needs, for each kernel of an archive. So it runs on kernels that have no BTF of their own.
 * Throws `usage` for an archive without kernels, `tool-missing` when bpftool or xz is missing or fails on all.
 */
export async function makeBundle(
  { object, objectFile, package: text, archive, architecture }: BundleParts,
  { env, date, ...options }: BundleOptions,
): Promise<{ readonly tar: Uint8Array; readonly diagnostics: readonly Diagnostic[] }> {
  const kernels = findKernelBtfs(archive, architecture);
  const tools = { bpftool: findTool('bpftool', env), xz: findExecutable('xz', env) };
  const directory = mkdtempSync(join(tmpdir(), 'tsecc-bundle-'));
  try {
    const objectPath = join(directory, objectFile);
    writeFileSync(objectPath, object);
    writeFileSync(join(directory, 'package.json'), text);
    const made = { object: objectPath, directory: join(directory, archiveName), parallel: parallelism };
    const { names, diagnostics } = await minimizeBtfs(tools, kernels, made, options);
    // The package first: a reader of a stream has it at once, and refuse-collision tells a bundle of ours by it.
    const files = ['package.json', objectFile, ...names.map((name) => `./${archiveName}/${name}`)];
    return { tar: await packTar(directory, files, { date }), diagnostics };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The directory that ecli looks for. */
const archiveName = 'btfhub-archive';

// More than the processors would only wait for each other.
const parallelism = Math.min(availableParallelism(), 8);
