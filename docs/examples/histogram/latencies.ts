// Writes how many microseconds opening files takes, by command, to a file: until Ctrl-C, or as long as a shell command
// runs in the lab.
import { writeFile } from 'node:fs/promises';
import { openLab } from 'tsecc/lab';
import { openPackage, run, type HistogramEvent } from 'tsecc/runtime';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
const { signal } = stop;

const [file = 'latencies.json', command] = process.argv.slice(2);
const latencies = await openPackage(new URL('build/package.json', import.meta.url));
await using lab = command === undefined ? undefined : await openLab({ signal });
await using running = lab?.run(latencies, { signal, exec: command }) ?? run(latencies, { signal });

// The map is read once a second, and at the end: the last of each command has it all.
const last = new Map<string, HistogramEvent>();
for await (const event of running) if (event.kind === 'histogram') last.set(event.key, event);

const counts = [...last].map(([key, { slots }]) => [key, slots.map(Number)] as const);
await writeFile(file, `${JSON.stringify(Object.fromEntries(counts), undefined, 1)}\n`);
