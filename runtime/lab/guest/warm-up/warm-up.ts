import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { CommandIo } from '../../../../core/command.js';
import { readKernelTypes } from '../../../kernel/kernel-types.js';
import { realKernel } from '../../../kernel/real-kernel.js';
import { warmUpPackage } from './warm-up-package.js';

/** tsecli's main, as far as a warm-up needs it. */
type Main = (
  argv: readonly string[],
  io: CommandIo,
  hooks: { readonly signal: AbortSignal },
) => Promise<number>;

const directory = '/tmp/warm-up';
// A warm-up that hangs must not keep the lab from being built.
const patience = 20_000;

/**
 * Runs a small package twice in this process, so that all that a run imports is loaded and its code compiled. What
 * comes of it does not matter: a kernel that cannot run it is slower at first, no more. Gives what it printed.
 */
export async function warmUp(main: Main, traceBuffer = '/sys/kernel/tracing/trace'): Promise<string> {
  mkdirSync(directory, { recursive: true });
  writeFileSync(`${directory}/package.json`, warmUpPackage);
  let output = '';
  for (let round = 0; round < 2; round++) output = await runOnce(main);
  // Reading the kernel's BTF takes an emulated 0.2 s; what it names is kept in this process.
  readKernelTypes(realKernel())?.hasName('do_unlinkat');
  rmSync(directory, { recursive: true, force: true });
  // What it printed stays in the kernel's common buffer otherwise, for the next one to wonder about.
  if (existsSync(traceBuffer)) writeFileSync(traceBuffer, '');
  return output;
}

async function runOnce(main: Main): Promise<string> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end();
  const io: CommandIo = { stdin, stdout, stderr, env: process.env, cwd: () => directory };
  const printed = Promise.all([buffer(stdout), buffer(stderr)]);
  const argv = ['run', '--exec', `touch ${directory}/file; rm ${directory}/file`, 'package.json'];
  try {
    await main(argv, io, { signal: AbortSignal.timeout(patience) });
  } catch {
    // Whatever a real run meets there it will say itself.
  }
  stdout.end();
  stderr.end();
  return Buffer.concat(await printed).toString();
}
