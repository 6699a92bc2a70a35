// Prints each file that is created: on this kernel until Ctrl-C, or in the lab while a shell command runs.
import { compile } from 'tsecc/compiler';
import { openLab } from 'tsecc/lab';
import { run } from 'tsecc/runtime';
import type { Events } from './build/creates.js';

const [command] = process.argv.slice(2);
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
const { signal } = stop;

const creates = await compile('creates.bpf.c');
const lab = command === undefined ? undefined : await openLab({ signal });
const running = lab?.run<Events>(creates, { signal, exec: command }) ?? run<Events>(creates, { signal });
try {
  for await (const event of running) {
    if (event.kind !== 'record') continue;
    const { nanoseconds, pid, comm, file } = event.data;
    console.log(`${nanoseconds / 1_000_000n} ms: ${comm} (${pid}) creates ${file}`);
  }
  console.error(`${running.received} events, ${running.lost} lost`);
} finally {
  await lab?.[Symbol.asyncDispose]();
}
