// Prints how many milliseconds lie between the first file that is created and each other one.
import { compile } from 'tsecc/compiler';
import { openLab } from 'tsecc/lab';
import type { Events } from './build/creates.js';

const [command = 'true'] = process.argv.slice(2);
const lab = await openLab();
try {
  const running = lab.run<Events>(await compile('creates.bpf.c'), {
    exec: command,
    filter: 'comm == "touch"',
  });
  let first: bigint | undefined;
  for await (const event of running) {
    if (event.kind !== 'record') continue;
    const { nanoseconds, file } = event.data;
    first ??= nanoseconds;
    const milliseconds = String((nanoseconds - first) / 1_000_000n);
    console.log(JSON.stringify({ file, milliseconds }));
  }
} finally {
  await lab[Symbol.asyncDispose]();
}
