import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TseccError } from '../../../core/errors.js';
import { joinPhrases, message } from '../../../core/message.js';
import { architecture } from '../machine/architectures.js';
import { otherSuites } from './apt-sources.js';
import type { UnpackedKernel } from './kernel.js';
import type { PackageTool, PullContext } from './package-tool.js';
import { unpackedKernel } from './unpacked.js';
import { compareVersions, matchesVersion } from './versions.js';

/** Debian, Ubuntu and their like. */
export const apt: PackageTool = {
  program: 'apt-get',
  async fetch(version, context) {
    for (const lists of packageLists(context)) {
      const options = await lists.prepare();
      const names = choosePackages(await listPackages(context, options), version);
      if (names) return download(names, options, context);
    }
    throw notFound(version);
  },
};

// Without a version: what Debian 12 has as its own.
const usualVersion = '6.1';

interface PackageLists {
  /** apt options with which these lists are read. */
  prepare(): Promise<readonly string[]>;
}

/** The system's lists; the system's sources read anew into lists of our own; other suites of the same archive. */
function* packageLists(context: PullContext): Generator<PackageLists> {
  yield { prepare: () => Promise.resolve([]) };
  yield { prepare: () => update(context, 'own', []) };
  for (const [at, file] of otherSuites(join(context.directory, 'sources')).entries()) {
    const sources = ['-o', `Dir::Etc::sourcelist=${file}`, '-o', 'Dir::Etc::sourceparts=/dev/null'];
    yield { prepare: () => update(context, `suite-${at}`, sources).catch(() => sources) };
  }
}

/** Reads package lists into a state directory of our own, as an ordinary user may. */
async function update(
  context: PullContext,
  name: string,
  sources: readonly string[],
): Promise<readonly string[]> {
  const state = join(context.directory, name);
  for (const part of ['lists/partial', 'cache/archives/partial'])
    mkdirSync(join(state, part), { recursive: true });
  const own = [`Dir::State::lists=${state}/lists`, `Dir::Cache=${state}/cache`, 'Debug::NoLocking=1'];
  // root's apt would fetch as a user who cannot write here.
  const user = ['APT::Sandbox::User=root', 'Acquire::Languages=none'];
  const options = [...[...own, ...user].flatMap((option) => ['-o', option]), ...sources];
  context.progress.step(message`read the package lists of this distribution`);
  await context.run(['apt-get', ...options, 'update']);
  return options;
}

async function listPackages({ run }: PullContext, options: readonly string[]): Promise<string[]> {
  const output = await run(['apt-cache', ...options, 'pkgnames', 'linux-']);
  return output.split('\n').filter(Boolean);
}

/**
 * The packages to fetch for a version: the image of the newest release, with its modules where they are apart. Cloud
 * kernels are the smallest that have all that is needed; Ubuntu calls them kvm or virtual, and generic does too.
 */
export function choosePackages(names: readonly string[], version: string | undefined): string[] | undefined {
  const arch = architecture().packageNames.debian;
  const flavours = [`cloud-${arch}`, 'kvm', 'virtual', 'generic', arch];
  const known = new Set(names);
  for (const flavour of flavours) {
    const suffix = `-${flavour}`;
    const releases = names.flatMap((name) => {
      const release = /^linux-(?:image|binary)-(\d.*?)(?:-unsigned)?$/.exec(name)?.[1];
      return release?.endsWith(suffix) && /^\d+\.\d+\.\d/.test(release) ? [release] : [];
    });
    const wanted = chooseRelease([...new Set(releases)], version);
    if (!wanted) continue;
    const image = ['linux-image-', 'linux-binary-']
      .map((prefix) => prefix + wanted)
      .find((name) => known.has(name));
    const parts = [image ?? `linux-image-${wanted}-unsigned`, `linux-modules-${wanted}`];
    const split = known.has(`linux-binary-${wanted}`) ? [`linux-binary-${wanted}`, ...parts.slice(1)] : parts;
    return split.filter((name) => known.has(name));
  }
  return undefined;
}

function chooseRelease(releases: readonly string[], version: string | undefined): string | undefined {
  const newest = releases.toSorted((a, b) => compareVersions(b, a));
  if (version !== undefined) return newest.find((release) => matchesVersion(release, version));
  return newest.find((release) => matchesVersion(release, usualVersion)) ?? newest[0];
}

async function download(
  names: readonly string[],
  options: readonly string[],
  { directory, progress, run }: PullContext,
): Promise<UnpackedKernel> {
  const packages = join(directory, 'packages');
  const unpacked = join(directory, 'unpacked');
  mkdirSync(packages);
  mkdirSync(unpacked);
  progress.step(message`download ${joinPhrases(names, (before, next) => message`${before} and ${next}`)}`);
  await run(['apt-get', ...options, '-o', 'APT::Sandbox::User=root', 'download', ...names], {
    cwd: packages,
  });
  progress.step(message`unpack it`);
  for (const file of readdirSync(packages)) await run(['dpkg-deb', '-x', join(packages, file), unpacked]);
  return unpackedKernel(unpacked);
}

function notFound(version: string | undefined): TseccError {
  const what = version === undefined ? message`a kernel package` : message`Linux ${version}`;
  return new TseccError('tool-missing', message`pull kernel: ${what} is in no package list of this system`, {
    cure: existsSync('/etc/debian_version')
      ? message`name another version, or the path of a vmlinuz`
      : undefined,
  });
}
