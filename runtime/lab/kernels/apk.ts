import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { newestRelease } from './dnf.js';
import type { PackageTool } from './package-tool.js';
import { unpackedKernel } from './unpacked.js';
import { message } from '../../../core/message.js';

/** Alpine: linux-virt is its small kernel for virtual machines; an apk file is a tar archive. */
export const apk: PackageTool = {
  program: 'apk',
  async fetch(version, { directory, progress, run }) {
    const listed = await run(['apk', 'search', '--exact', 'linux-virt']);
    newestRelease(
      listed.split('\n').map((line) => line.replace(/^linux-virt-/, '')),
      version,
    );
    const packages = join(directory, 'packages');
    const unpacked = join(directory, 'unpacked');
    mkdirSync(packages);
    mkdirSync(unpacked);
    progress.step(message`download linux-virt`);
    await run(['apk', 'fetch', '--output', packages, 'linux-virt']);
    progress.step(message`unpack it`);
    for (const file of readdirSync(packages))
      await run(['tar', '-xzf', join(packages, file), '-C', unpacked]);
    return unpackedKernel(unpacked);
  },
};
