// Counts the files that a shell command creates, by process: node count.ts 'touch one'
import { compile } from 'tsecc/compiler';
import { openLab } from 'tsecc/lab';

const [command = 'true'] = process.argv.slice(2);
const lab = await openLab();
try {
  const running = lab.run(await compile('creates.bpf.c'), { exec: command });
  const counts = new Map();
  /* your turn: go through the events; for each record, count the name in `comm` */
  for (const [comm, count] of counts) console.log(`${comm} ${count}`);
} finally {
  await lab[Symbol.asyncDispose]();
}
