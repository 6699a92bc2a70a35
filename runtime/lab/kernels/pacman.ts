import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { newestRelease } from './dnf.js';
import type { PackageTool } from './package-tool.js';
import { unpackedKernel } from './unpacked.js';
import { message } from '../../../core/message.js';

// Arch has few kernels, each as one package of the newest release.
const packageNames = ['linux-lts', 'linux'];

/** Arch and its like: asks pacman where the package lies, lets curl fetch it and tar unpack it. */
export const pacman: PackageTool = {
  program: 'pacman',
  async fetch(version, { directory, progress, run }) {
    const listed = await run(['pacman', '-Sp', '--print-format', '%v %l', ...packageNames]);
    const locations = new Map(
      listed.split('\n').flatMap((line) => {
        const [release, location] = line.trim().split(' ');
        return release && location ? [[release, location] as const] : [];
      }),
    );
    const release = newestRelease([...locations.keys()], version);
    const location = locations.get(release) ?? '';
    const file = join(directory, basename(location));
    const unpacked = join(directory, 'unpacked');
    mkdirSync(unpacked);
    progress.step(message`download ${basename(location)}`);
    await run(['curl', '-fsSL', '-o', file, location]);
    progress.step(message`unpack it`);
    await run(['tar', '-xf', file, '-C', unpacked]);
    return unpackedKernel(unpacked);
  },
};
