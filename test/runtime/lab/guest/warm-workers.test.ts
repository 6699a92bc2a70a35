import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import t from 'tap';
import { keepWarmWorkers } from '../../../../runtime/lab/guest/warm-workers.js';

const worker = `
process.once('message', ({ argv }) => {
  console.log(process.pid, process.argv[2] ?? 'cold', ...argv);
  process.exit(argv.includes('three') ? 3 : 0);
});
process.send('ready');
// One worker always waits for the next job.
setTimeout(() => process.exit(0), 20_000);
`;
const job = { env: {}, cwd: '/' };

/** Ends the worker that waits for the next job: it would keep this process alive for a while. */
function endWaiting(): void {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim();
  for (const pid of children.split(' ').filter(Boolean))
    if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('worker.cjs')) process.kill(Number(pid));
}

t.test('each job gets a worker of its own; only the first has warmed up', async (t) => {
  t.teardown(endWaiting);
  const workers = keepWarmWorkers(join(t.testdir({ 'worker.cjs': worker }), 'worker.cjs'), 1);
  await workers.ready;
  const running = [workers.run({ ...job, argv: ['a'] }), workers.run({ ...job, argv: ['b'] })];
  const outputs = await Promise.all(running.map(({ stdout }) => text(stdout ?? Readable.from([]))));
  t.match(outputs[0], /^\d+ warm-up a\n$/);
  t.match(outputs[1], /^\d+ cold b\n$/);
  const third = workers.run({ ...job, argv: ['three'] });
  t.equal(await new Promise((done) => third.once('exit', done)), 3);
});

t.test('a worker that does not come up is an error', async (t) => {
  const workers = keepWarmWorkers(join(t.testdir({ 'worker.cjs': 'process.exit(4)' }), 'worker.cjs'));
  await t.rejects(workers.ready, { message: 'start worker: it ended with status 4' });
});
