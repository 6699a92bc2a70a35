// @ts-check
// From a clone to the first exercise: `npm run learn` sets up, makes the folder learn, and starts tselearn in it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { realHost } from './setup/host.mjs';
import { defaultKernels } from './setup/options.mjs';
import { setUp } from './setup/set-up.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'dist/bin/tselearn.js');

process.exitCode = await main(process.argv.slice(2));

/** @param {readonly string[]} options of `tselearn watch`, for instance `--lang=zh` or `2.1` */
async function main(options) {
  const unready = setUp({ host: realHost, root, dryRun: false }, defaultKernels);
  if (unready !== 0) return unready;
  const started = await run(['start', 'learn', ...languageIn(options)], root, 'ignore');
  return started === 0 ? await run(['watch', ...options], join(root, 'learn'), 'inherit') : started;
}

/**
 * The language that was asked for; the other options are of watching: an exercise, a kernel.
 * @param {readonly string[]} options
 */
function languageIn(options) {
  const at = options.findIndex((option) => /^--lang(=|$)/.test(option));
  return at < 0 ? [] : options.slice(at, options[at] === '--lang' ? at + 2 : at + 1);
}

/**
 * Runs tselearn to its end, on our terminal.
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {'inherit' | 'ignore'} stdout what `start` says is for who goes on by hand
 */
async function run(args, cwd, stdout) {
  const child = spawn(process.execPath, [program, ...args], { cwd, stdio: ['inherit', stdout, 'inherit'] });
  // Ctrl-C reaches it as well, and it gives the terminal back.
  const ignore = () => {};
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, ignore);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [status] = await once(child, 'close');
  return typeof status === 'number' ? status : 1;
}
