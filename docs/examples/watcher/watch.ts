// Prints each program that is started, until Ctrl-C. With a shell command, runs that in the lab and watches it there.
import { openLab } from 'tsecc/lab';
import { openPackage, run } from 'tsecc/runtime';
import type { Events } from './build/execs.js';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
const { signal } = stop;

const [command] = process.argv.slice(2);
const execs = await openPackage(new URL('build/package.json', import.meta.url));
await using lab = command === undefined ? undefined : await openLab({ signal });
await using running =
  lab?.run<Events>(execs, { signal, exec: command }) ?? run<Events>(execs, { signal, args: { uid: -1 } });

for await (const event of running) {
  if (event.kind !== 'record') continue;
  const { nanoseconds, pid, file } = event.data;
  console.log(`${nanoseconds / 1_000_000n} ms: process ${pid} starts ${file}`);
}
console.error(`${running.received} events, ${running.lost} lost`);
