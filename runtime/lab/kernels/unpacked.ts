import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import type { UnpackedKernel } from './kernel.js';

const moduleRoots = ['lib/modules', 'usr/lib/modules'];

/** Finds image and modules in the directory into which packages were unpacked; throws `tool-missing`. */
export function unpackedKernel(directory: string): UnpackedKernel {
  for (const root of moduleRoots) {
    for (const release of namesIn(join(directory, root))) {
      const modules = join(directory, root, release);
      const images = [
        join(directory, 'boot', `vmlinuz-${release}`),
        join(modules, 'vmlinuz'),
        ...namesIn(join(directory, 'boot')).map((name) => join(directory, 'boot', name)),
      ];
      const image = images.find((path) => /\/vmlinuz[^/]*$/.test(path) && existsSync(path));
      if (image) return { release, image, modules };
    }
  }
  throw new TseccError('tool-missing', message`pull kernel: the package holds no kernel image with modules`);
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
