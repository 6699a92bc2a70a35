import { setTimeout } from 'node:timers/promises';
import { release } from 'node:os';
import { openPty } from '../../kernel/pty.js';
import { setClock } from '../../kernel/clock.js';
import { stirEntropy } from '../../kernel/entropy.js';
import type { Resumed } from '../protocol/messages.js';
import { findPort, PortStream } from './port.js';
import { startProgram } from './programs.js';
import { serve } from './serve.js';
import { keepWarmWorkers } from './warm-workers.js';

const cwd = '/root';
const workerProgram = new URL('../lab-worker.js', import.meta.url).pathname;

void runAgent();

/** The guest's only service, started by /init. When the host hangs up, it ends, and init turns the machine off. */
async function runAgent(): Promise<void> {
  const workers = keepWarmWorkers(workerProgram);
  const port = new PortStream(await waitForPort());
  port.on('error', (error) => console.error(`lab agent: ${error.message}`));
  // What a session will need is done once before the snapshot is taken.
  openPty()[Symbol.dispose]();
  adoptPresent({ time: Date.now(), entropy: '' });
  await workers.ready;
  console.error('lab agent: ready');
  await serve(port, {
    cwd,
    start: (request) => startProgram(request, cwd, workers),
    resumed: adoptPresent,
    hello: () => ({ kernelRelease: release() }),
  });
  process.exit(0);
}

/** Puts a guest that just woke from its snapshot into the present; all guests of one snapshot wake with one pool. */
function adoptPresent({ time, entropy }: Resumed): void {
  setClock(time);
  stirEntropy(Buffer.from(entropy, 'base64'));
}

async function waitForPort(): Promise<string> {
  for (;;) {
    const port = findPort();
    if (port) return port;
    await setTimeout(20);
  }
}
