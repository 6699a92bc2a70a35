import { setFlagsFromString } from 'node:v8';
import { main } from '../../cli.js';
import type { Job } from './warm-workers.js';
import { warmUp } from './warm-up/warm-up.js';

// An emulator translates each new piece of machine code, at some 8 µs: code that V8 would make of what runs a few times only
// costs more than it saves. Without its first compiler, and with regular expressions compiled later, a run takes a tenth less.
const slowToCompile = ['--no-sparkplug', '--regexp-tier-up-ticks=100'];

// A tsecli that has started before anybody asked: it loads everything, says so, and waits for its command line.
void start();

async function start(): Promise<void> {
  for (const flag of slowToCompile) setFlagsFromString(flag);
  if (process.argv[2] === 'warm-up') await warmUp(main);
  process.once('message', (job: Job) => void perform(job));
  process.send?.('ready');
}

async function perform({ argv, env, cwd }: Job): Promise<void> {
  process.chdir(cwd);
  Object.assign(process.env, env);
  const interrupted = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => interrupted.abort());
  }
  const { stdin, stdout, stderr } = process;
  const io = { stdin, stdout, stderr, env: process.env, cwd: () => process.cwd() };
  const code = await main(argv, io, { signal: interrupted.signal });
  // Pipes are written to at once on Linux, so nothing is lost by not waiting for the rest to wind down.
  process.exit(code);
}
