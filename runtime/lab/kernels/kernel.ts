import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { collectModules, type KernelModule } from '../image/modules.js';
import { readKernelRelease } from './kernel-release.js';
import { compareVersions, matchesVersion, shortVersion } from './versions.js';

/** A kernel the lab can boot. */
export interface Kernel {
  /** How users call it: `6.1`, or the path they gave. */
  readonly label: string;
  /** `uname -r`. */
  readonly release: string;
  readonly image: string;
  /** Its modules, in the order to load them. */
  modules(busybox: string): Promise<KernelModule[]>;
}

const description = 'kernel.json';

/** Kernels that were pulled, newest first. What is not complete is not listed. */
export function pulledKernels(directory: string): Kernel[] {
  return namesIn(directory)
    .flatMap((name) => readPulled(join(directory, name)))
    .sort((a, b) => compareVersions(b.release, a.release));
}

/**
 * Kernels that all of our tests run on, the preferred one first. Newer ones rename functions that lessons attach to,
 * so which kernel a bare `--lab` means does not change by pulling another.
 */
const provenVersions = ['6.12', '6.1'];

/** The pulled kernel of a version, `6.1` or more exact; without one a proven kernel, else the newest. */
export function findPulled(directory: string, version?: string): Kernel | undefined {
  const pulled = pulledKernels(directory);
  const ofVersion = (wanted: string) => pulled.find(({ release }) => matchesVersion(release, wanted));
  if (version !== undefined) return ofVersion(version);
  return provenVersions.map(ofVersion).find((kernel) => kernel !== undefined) ?? pulled[0];
}

/** Writes a pulled kernel into a directory of its own: image, modules in order, description. */
export async function storePulled(
  directory: string,
  unpacked: UnpackedKernel,
  busybox: string,
): Promise<void> {
  const modules = await collectModules(unpacked.modules, busybox);
  const names = modules.map((module, at) => `${String(at).padStart(2, '0')}-${module.name}.ko`);
  mkdirSync(join(directory, 'modules'), { recursive: true, mode: 0o700 });
  writeFileSync(join(directory, 'vmlinuz'), await readFile(unpacked.image));
  for (const [at, module] of modules.entries())
    writeFileSync(join(directory, 'modules', names[at] ?? ''), module.bytes);
  const { release } = unpacked;
  const size = statSync(unpacked.image).size;
  writeFileSync(
    join(directory, description),
    JSON.stringify({ release, size, modules: names }, null, 2) + '\n',
  );
}

/** A kernel as a package tool unpacked it. */
export interface UnpackedKernel {
  readonly release: string;
  readonly image: string;
  readonly modules: string;
}

/** A kernel image that the user names by its path; its modules are taken from where its installation has them. */
export function kernelAtPath(path: string): Kernel {
  const image = resolve(path);
  const release = readKernelRelease(image);
  const installed = [join(dirname(image), '..', 'lib', 'modules', release), join('/lib/modules', release)];
  const beside = basename(dirname(image)) === release ? [dirname(image)] : [];
  const roots = [...beside, ...installed];
  return {
    label: path,
    release,
    image,
    async modules(busybox) {
      for (const root of roots) {
        const modules = await collectModules(root, busybox);
        if (modules.length > 0) return modules;
      }
      return [];
    },
  };
}

function readPulled(directory: string): Kernel[] {
  try {
    const parsed: unknown = JSON.parse(readFileSync(join(directory, description), 'utf8'));
    if (!isDescription(parsed)) return [];
    const image = join(directory, 'vmlinuz');
    if (statSync(image).size !== parsed.size) return [];
    const label = shortVersion(parsed.release);
    return [{ label, release: parsed.release, image, modules: () => readModules(directory, parsed.modules) }];
  } catch {
    return [];
  }
}

async function readModules(directory: string, names: readonly string[]): Promise<KernelModule[]> {
  const read = async (name: string): Promise<KernelModule> => ({
    name: name.replace(/^\d+-|\.ko$/g, ''),
    bytes: await readFile(join(directory, 'modules', basename(name))),
  });
  return Promise.all(names.map(read));
}

interface Description {
  readonly release: string;
  readonly size: number;
  readonly modules: readonly string[];
}

function isDescription(value: unknown): value is Description {
  if (typeof value !== 'object' || value === null) return false;
  if (!('release' in value && 'size' in value && 'modules' in value)) return false;
  const { release, size, modules } = value;
  return (
    typeof release === 'string' &&
    typeof size === 'number' &&
    Array.isArray(modules) &&
    modules.every((name) => typeof name === 'string')
  );
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory).filter((name) => !name.startsWith('.'));
  } catch {
    return [];
  }
}
