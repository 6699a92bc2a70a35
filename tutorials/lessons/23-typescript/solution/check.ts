// A test of creates.bpf.c: what is created while it runs is told, what was created before is not. node check.ts BEFORE WHILE
import { compile } from 'tsecc/compiler';
import { openLab } from 'tsecc/lab';
import type { Events } from './build/creates.js';

const [before = 'before', during = 'during'] = process.argv.slice(2);
const creates = await compile('creates.bpf.c');
const lab = await openLab();
try {
  await lab.exec(`touch ${before}`);
  const running = lab.run<Events>(creates);
  await running.ready;
  await lab.exec(`touch ${during}`);
  running.stop();
  const seen = [];
  for await (const event of running) if (event.kind === 'record') seen.push(event.data.file);
  if (seen.includes(before)) throw new Error(`${before} was seen`);
  if (!seen.includes(during)) throw new Error(`${during} was not seen`);
  console.log(`ok: ${during} was seen, ${before} was not`);
} finally {
  await lab[Symbol.asyncDispose]();
}
