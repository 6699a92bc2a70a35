// @ts-check
// `npm run picture`: the README's picture, docs/figures/seed.svg, of a session that is run here and now.
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realHost } from './setup/host.mjs';
import { defaultKernels } from './setup/options.mjs';
import { setUp } from './setup/set-up.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const commands = [
  'tsecc kprobe-link.bpf.c',
  `tsecli --lab --exec 'touch test1; rm test1; touch test2; rm test2' package.json`,
];
const label = 'A terminal: tsecc compiles a program, and tsecli runs it in the lab and prints what it traces';

const unready = setUp({ host: realHost, root, dryRun: false }, defaultKernels);
process.exitCode = unready === 0 ? await draw() : unready;

async function draw() {
  const { fill } = await import('./figures/fill.mjs');
  const { layOutTerminal } = await import('./figures/terminal.mjs');
  const directory = mkdtempSync(join(tmpdir(), 'tsecc-picture-'));
  try {
    const env = prepare(directory);
    // The first start of a lab takes a snapshot and says so: the picture is of a second one.
    for (const command of commands) run(command, directory, env);
    const lines = commands.flatMap((command) => [`$ ${command}`, ...run(command, directory, env)]);
    const svg = fill(root, 'figures/terminal.svg', layOutTerminal(lines, label));
    writeFileSync(join(root, 'docs/figures/seed.svg'), svg);
    process.stderr.write('picture: docs/figures/seed.svg\n');
    return 0;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * The lesson's source in a directory, and a machine as set-up leaves it: our commands, and its kernels in the lab.
 * @param {string} directory
 */
function prepare(directory) {
  const [bin, cache] = [join(directory, 'bin'), join(directory, 'cache')];
  for (const folder of [bin, join(cache, 'tsecc/lab/kernels')]) mkdirSync(folder, { recursive: true });
  const usual = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  // Snapshots of the user's cache save a minute; other kernels of it shall not be what the picture is of.
  for (const path of ['images', 'accelerator.json', ...defaultKernels.map((name) => `kernels/${name}`)]) {
    const kept = join(usual, 'tsecc/lab', path);
    if (existsSync(kept)) symlinkSync(kept, join(cache, 'tsecc/lab', path));
  }
  for (const name of ['tsecc', 'tsecli']) symlinkSync(join(root, `dist/bin/${name}.js`), join(bin, name));
  const lesson = join(root, 'tutorials/lessons/02-kprobe-unlink/kprobe-link.bpf.c');
  copyFileSync(lesson, join(directory, 'kprobe-link.bpf.c'));
  const own = { XDG_CACHE_HOME: cache, LC_ALL: 'C.UTF-8' };
  return { ...process.env, ...own, PATH: `${bin}:${process.env['PATH'] ?? ''}` };
}

/**
 * What a command prints on a terminal, line by line; throws when it fails.
 * @param {string} command
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 */
function run(command, cwd, env) {
  const { status, stdout } = spawnSync('sh', ['-c', `${command} 2>&1`], { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: exit ${status}\n${stdout}`);
  return stdout.split('\n').filter((line) => line !== '');
}
