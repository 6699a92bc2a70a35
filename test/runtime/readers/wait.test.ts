import t from 'tap';
import { pause, takeTurns, untilReadable } from '../../../runtime/readers/wait.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

t.test(
  'waiting ends when there is something to read, or with the signal, and nothing stays watched',
  async (t) => {
    const kernel = new FakeKernel({ files: { '/pipe': '' } });
    const fd = kernel.open('/pipe');
    const stop = new AbortController();
    const readable = untilReadable(kernel, fd, stop.signal);
    t.same(kernel.watched, [fd]);
    kernel.wake(fd);
    await readable;
    t.same(kernel.watched, []);
    const stopped = untilReadable(kernel, fd, stop.signal);
    stop.abort();
    await stopped;
    await untilReadable(kernel, fd, stop.signal);
    t.same(kernel.watched, []);
  },
);

t.test('a pause ends by its time or by the signal', async (t) => {
  await pause(1);
  const stop = new AbortController();
  const long = pause(60_000, stop.signal);
  stop.abort();
  await long;
  await pause(60_000, stop.signal);
  t.pass('no minute has gone by');
});

t.test('others have their turn', async (t) => {
  let turns = 0;
  setImmediate(() => turns++);
  await takeTurns();
  t.equal(turns, 1);
});
