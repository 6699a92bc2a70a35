import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import type { PackageTool } from './package-tool.js';
import { unpackedKernel } from './unpacked.js';
import { compareVersions, matchesVersion } from './versions.js';

/** Fedora and its like: kernel-core holds image and most modules; rpm2cpio and cpio unpack it. */
export const dnf: PackageTool = {
  program: 'dnf',
  async fetch(version, { directory, progress, run }) {
    const listed = await run(['dnf', 'repoquery', '--qf', '%{version}-%{release}\n', 'kernel-core']);
    const release = newestRelease(listed.split('\n'), version);
    const packages = join(directory, 'packages');
    const unpacked = join(directory, 'unpacked');
    mkdirSync(packages);
    mkdirSync(unpacked);
    progress.step(message`download kernel-core ${release}`);
    const names = [`kernel-core-${release}`, `kernel-modules-core-${release}`];
    await run(['dnf', 'download', '--destdir', packages, ...names]);
    progress.step(message`unpack it`);
    for (const file of readdirSync(packages)) {
      // A fixed script; the file's name is an argument.
      const script = 'rpm2cpio "$1" | cpio -idmu --quiet --no-absolute-filenames';
      await run(['sh', '-c', script, 'sh', join(packages, file)], { cwd: unpacked });
    }
    return unpackedKernel(unpacked);
  },
};

/** The newest release of a version among those a repository has; throws `tool-missing` where there is none. */
export function newestRelease(releases: readonly string[], version: string | undefined): string {
  const found = releases
    .map((release) => release.trim())
    .filter((release) => release && (version === undefined || matchesVersion(release, version)))
    .toSorted(compareVersions)
    .at(-1);
  if (found) return found;
  throw new TseccError(
    'tool-missing',
    message`pull kernel: this distribution has no Linux ${version ?? message`package`}`,
    {
      cure: message`name another version, or the path of a vmlinuz`,
    },
  );
}
