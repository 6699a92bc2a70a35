import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tryLock } from '../../kernel/lock.js';
import { machineFiles } from '../machine/arguments.js';
import type { Threads } from '../machine/threads.js';

/** A snapshot that is ready to resume. */
export interface Image {
  readonly directory: string;
  /** The raw BTF of its kernel. */
  readonly btf: string;
  readonly description: ImageDescription;
}

/** What an image says about itself. */
export interface ImageDescription {
  /** Unlike for each build, also of the same key. */
  readonly id: string;
  readonly kernelRelease: string;
  /** Path of the kernel image it was booted from. */
  readonly kernel: string;
  /** How many threads its QEMU emulates with. */
  readonly threads: Threads;
  /** Sizes of its files in bytes: a file that was cut off shows. */
  readonly sizes: Readonly<Record<string, number>>;
}

const descriptionFile = 'image.json';
const btfFile = 'vmlinux.btf';
const files = [machineFiles.memory, machineFiles.state, btfFile];

/** The image of a key, if it is there and whole. */
export function findImage(images: string, key: string): Image | undefined {
  const directory = join(images, key);
  try {
    const parsed: unknown = JSON.parse(readFileSync(join(directory, descriptionFile), 'utf8'));
    if (!isDescription(parsed)) return undefined;
    if (!files.every((file) => statSync(join(directory, file)).size === parsed.sizes[file])) return undefined;
    return { directory, btf: join(directory, btfFile), description: parsed };
  } catch {
    return undefined;
  }
}

/** All whole images. */
export function allImages(images: string): Image[] {
  return namesIn(images).flatMap((name) => findImage(images, name) ?? []);
}

/** Makes an empty directory to build an image in. */
export function newBuildDirectory(images: string, id: string): string {
  const directory = join(images, `.building-${id}`);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return directory;
}

/** Makes a finished build the image of its key, in one step. */
export function publishImage(
  images: string,
  key: string,
  build: string,
  described: Omit<ImageDescription, 'sizes'>,
  btf: Uint8Array,
): void {
  writeFileSync(join(build, btfFile), btf);
  const sizes = Object.fromEntries(files.map((file) => [file, statSync(join(build, file)).size]));
  writeFileSync(join(build, descriptionFile), JSON.stringify({ ...described, sizes }, null, 2) + '\n');
  rmSync(join(images, key), { recursive: true, force: true });
  renameSync(build, join(images, key));
}

/** Removes builds that nobody finished; the caller holds the build lock, so none of them is under way. */
export function removeUnfinished(images: string): void {
  for (const name of namesIn(images)) {
    if (name.startsWith('.building-')) rmSync(join(images, name), { recursive: true, force: true });
  }
}

/**
 * Removes images that no lab runs from, `which` says of which kernels: those that a newer one replaced, or all.
 * Gives how many are left because they are in use.
 */
export function removeImages(images: string, which: (image: Image) => boolean): number {
  let inUse = 0;
  for (const image of allImages(images).filter(which)) {
    using lock = tryLock(image.directory);
    if (lock) rmSync(image.directory, { recursive: true, force: true });
    else inUse++;
  }
  return inUse;
}

function isDescription(value: unknown): value is ImageDescription {
  if (typeof value !== 'object' || value === null) return false;
  if (!('id' in value && 'kernelRelease' in value && 'kernel' in value)) return false;
  if (!('threads' in value && 'sizes' in value)) return false;
  const { id, kernelRelease, kernel, threads, sizes } = value;
  if (threads !== 'single' && threads !== 'multi') return false;
  return [id, kernelRelease, kernel].every((text) => typeof text === 'string') && typeof sizes === 'object';
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
