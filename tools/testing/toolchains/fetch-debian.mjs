// @ts-check
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupError } from '../../setup/setup-error.mjs';
import { perform } from '../../setup/step.mjs';

/** @import { Context } from '../../setup/step.mjs' */

/**
 * Debian packages, unpacked and not installed, so that the system keeps its own. `suite` is one that the system does
 * not take packages from: its lists are read into a directory of ours, from the mirror that the system uses.
 * @typedef {{packages: readonly string[], suite?: string}} DebianPackages
 */

/** root's apt would fetch as a user who cannot write here. */
const asRoot = ['-o', 'APT::Sandbox::User=root'];

/**
 * Unpacks packages into a directory that is not there yet: under another name, then renamed. Throws {@link SetupError}.
 * @param {Context} context
 * @param {DebianPackages} wanted
 * @param {string} directory
 */
export function fetchDebian(context, { packages, suite }, directory) {
  mkdirSync(dirname(directory), { recursive: true });
  const folder = mkdtempSync(`${directory}-new-`);
  try {
    const within = { ...context, root: folder };
    const options = suite === undefined ? [] : readLists(within, suite);
    perform(within, 'fetching packages', ['apt-get', ...options, ...asRoot, 'download', '-q', ...packages]);
    const unpacked = join(folder, 'unpacked');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb')))
      perform(within, 'unpacking', ['dpkg', '-x', file, unpacked]);
    renameSync(unpacked, directory);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The options with which a suite's lists are read. @param {Context} context @param {string} suite */
function readLists(context, suite) {
  const { host, root } = context;
  const { output } = host.run([
    ...['apt-get', 'indextargets', '--format', '$(REPO_URI)', 'Identifier: Packages'],
  ]);
  const archive = findArchive(output);
  if (archive === undefined) throw new SetupError(`${suite}: this system takes no packages from Debian`);
  for (const part of ['lists/partial', 'cache/archives/partial'])
    mkdirSync(join(root, part), { recursive: true });
  const sources = join(root, 'sources.list');
  writeFileSync(sources, `deb [signed-by=${keyring}] ${archive} ${suite} main\n`);
  const settings = [
    ...[`Dir::State::lists=${root}/lists`, `Dir::Cache=${root}/cache`, `Dir::Etc::sourcelist=${sources}`],
    ...['Dir::Etc::sourceparts=/dev/null', 'Debug::NoLocking=1', 'Acquire::Languages=none'],
  ];
  const options = settings.flatMap((setting) => ['-o', setting]);
  perform(context, `reading the package lists of ${suite}`, [
    'apt-get',
    ...options,
    ...asRoot,
    'update',
    '-q',
  ]);
  return options;
}

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

/**
 * Debian's main archive among those that the system uses, at the mirror that it uses.
 * @param {string} targets one a line, as `apt-get indextargets` prints them
 */
export function findArchive(targets) {
  return targets.split('\n').find((uri) => /\/debian\/?$/.test(uri));
}
