// Reads a byte of /dev/zero so many times a second: `producer.mjs MARK RATE COUNT`. Positions count from 0, with the mark
// above them, so that a tracer knows each. It begins when its standard input says so, and tells the count at its end.
import { once } from 'node:events';
import { openSync, readSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [mark = 0, rate = 0, count = 0] = process.argv.slice(2).map(Number);

/** Where MARK_SHIFT of soak.bpf.c puts the mark; a safe integer has 53 bits. */
const base = mark * 2 ** 40;
const zero = openSync('/dev/zero', 'r');
const byte = Buffer.alloc(1);

await once(process.stdin, 'data');
const start = performance.now();
for (let done = 0; done < count; await sleep(1)) {
  const due = Math.min(count, ((performance.now() - start) / 1000) * rate);
  for (; done < due; done++) readSync(zero, byte, 0, 1, base + done);
}
process.stdout.write(`${count}\n`);
process.stdin.destroy();
