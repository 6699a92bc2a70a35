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
// One worker always waits for the next job, and would keep the test alive.
setTimeout(() => process.exit(0), 3000);
`;
const job = { env: {}, cwd: '/' };

t.test('each job gets a worker of its own; only the first has warmed up', async (t) => {
  const workers = keepWarmWorkers(join(t.testdir({ 'worker.cjs': worker }), 'worker.cjs'));
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
