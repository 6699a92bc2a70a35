// @ts-check
// The main job from nothing to the end: `npm run demo` sets up, compiles lesson 2, runs it and shows its trace.
// The trace goes to standard output, everything else to standard error.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { release, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describePlace, findFault, workload } from './demo/judge.mjs';
import { realHost } from './setup/host.mjs';
import { defaultKernels } from './setup/options.mjs';
import { setUp } from './setup/set-up.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lesson = join(root, 'tutorials/lessons/02-kprobe-unlink/kprobe-link.bpf.c');

process.exitCode = await main();

async function main() {
  const unready = setUp({ host: realHost, root, dryRun: false }, defaultKernels);
  if (unready !== 0) return unready;

  // Neither the lesson's folder nor the user's own test1 and test2 are touched.
  const directory = mkdtempSync(join(tmpdir(), 'tsecc-demo-'));
  try {
    return await runLesson(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** @param {string} directory */
async function runLesson(directory) {
  say(`demo: compiling lesson 2: tsecc ${lesson.slice(root.length + 1)}`);
  const compiled = await runCommand('tsecc', [lesson, '-o', directory], directory);
  if (compiled.status !== 0) return compiled.status;

  say(`demo: running it: tsecli run --lab=auto --exec '${workload}' package.json`);
  const args = ['run', '--lab=auto', '--exec', workload, 'package.json'];
  const ran = await runCommand('tsecli', args, directory, process.stdout);
  if (ran.status !== 0) return ran.status;

  const fault = findFault(ran.output);
  say(`demo: ran on ${describePlace(ran.notes, release())}`);
  if (fault) say(`demo: failed: ${fault}`);
  return fault ? 1 : 0;
}

/**
 * Runs one of our commands to its end, showing what it says as it says it.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {NodeJS.WritableStream} shownOn where its standard output is shown
 */
async function runCommand(name, args, cwd, shownOn = process.stderr) {
  const child = spawn(process.execPath, [join(root, `dist/bin/${name}.js`), ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let notes = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    shownOn.write(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    notes += text;
    process.stderr.write(text);
  });
  // Ctrl-C reaches the child as well, which ends by itself and cleans up.
  const ignore = () => {};
  process.on('SIGINT', ignore);
  const [status] = await once(child, 'close');
  process.off('SIGINT', ignore);
  return { status: typeof status === 'number' ? status : 1, output, notes };
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}
