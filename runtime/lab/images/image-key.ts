import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFiles } from '../image/bundle-files.js';
import { koffiNative } from '../image/contents.js';
import type { Accelerator, Architecture } from '../machine/architectures.js';
import { bootArguments, resumeArguments } from '../machine/arguments.js';
import type { Kernel } from '../kernels/kernel.js';

/** Raised when the guest or the protocol changes in a way that no file tells. */
const imageFormat = 1;

/** All that an image is made of. */
export interface ImageRecipe {
  readonly kernel: Kernel;
  readonly accelerator: Accelerator;
  readonly architecture: Architecture;
  readonly qemu: string;
  readonly node: string;
  readonly busybox: string;
  readonly bpftool: string;
  readonly product: string;
}

/**
 * The name of an image: a hash of all that goes in. Big files that others install count by path, size and time of
 * change, so that it takes a millisecond; our own programs count by content, since a rebuild gives the same bytes. What V8
 * made of them counts for nothing: it is another each time, and does the same.
 */
export function imageKey(recipe: ImageRecipe): string {
  const hash = createHash('sha256');
  const { architecture, accelerator } = recipe;
  const machine = [
    bootArguments(architecture, accelerator),
    // Any number of threads resumes it.
    resumeArguments(architecture, accelerator, 'single'),
  ];
  hash.update(JSON.stringify([imageFormat, machine]));
  const installed = [recipe.kernel.image, recipe.qemu, recipe.node, recipe.busybox, recipe.bpftool];
  for (const path of [
    ...installed,
    ...koffiNative(recipe.product).filter((file) => file.endsWith('.node')),
  ]) {
    const { size, mtimeMs } = statSync(path);
    hash.update(JSON.stringify([path, size, mtimeMs]));
  }
  for (const path of bundleFiles(recipe.product).filter((file) => !file.endsWith('.cache'))) {
    hash.update(path);
    hash.update(readFileSync(join(recipe.product, path)));
  }
  return hash.digest('hex').slice(0, 32);
}
