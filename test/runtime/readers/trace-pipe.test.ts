import t from 'tap';
import { readTracePipe } from '../../../runtime/readers/trace-pipe.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';

const path = '/pipe';

function openPipe(): { kernel: FakeKernel; fd: number } {
  const kernel = new FakeKernel({ files: { [path]: '' } });
  return { kernel, fd: kernel.open(path) };
}

t.test('chunks come as they arrive, and after the stop what is left', async (t) => {
  const { kernel, fd } = openPipe();
  const stop = new AbortController();
  const chunks: string[] = [];
  const order: string[] = [];
  const stops = { signal: stop.signal, beforeDrain: () => void order.push(`drain after ${chunks.length}`) };
  kernel.feed(path, 'one');
  kernel.feed(path, 'two');
  setTimeout(() => kernel.feed(path, 'three'), 5);
  for await (const chunk of readTracePipe(kernel, fd, stops)) {
    chunks.push(chunk);
    if (chunk !== 'three') continue;
    kernel.feed(path, 'left');
    kernel.feed(path, 'last');
    stop.abort();
  }
  t.same(chunks, ['onetwo', 'three', 'leftlast'], 'what is there together comes together');
  t.same(order, ['drain after 2']);
});

t.test('a stop while waiting ends the waiting, and nothing stays watched', async (t) => {
  const { kernel, fd } = openPipe();
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 5);
  let drained = 0;
  const chunks = [];
  for await (const chunk of readTracePipe(kernel, fd, {
    signal: stop.signal,
    beforeDrain: () => void drained++,
  })) {
    chunks.push(chunk);
  }
  t.same(chunks, []);
  t.equal(drained, 1);
  t.same(kernel.watched, []);
});

t.test('stopped before it begins, it only drains', async (t) => {
  const { kernel, fd } = openPipe();
  kernel.feed(path, 'left');
  const chunks = [];
  for await (const chunk of readTracePipe(kernel, fd, {
    signal: AbortSignal.abort(),
    beforeDrain: () => {},
  })) {
    chunks.push(chunk);
  }
  t.same(chunks, ['left']);
});

t.test('a long chunk ends after a whole event, and the rest comes as the next one', async (t) => {
  const { kernel, fd } = openPipe();
  const event = `${'x'.repeat(3999)}\n`;
  for (let count = 0; count < 100; count++) kernel.feed(path, event);
  const chunks: string[] = [];
  const stops = { signal: AbortSignal.abort(), beforeDrain: () => {} };
  for await (const chunk of readTracePipe(kernel, fd, stops)) chunks.push(chunk);
  t.ok(chunks.length > 1, 'in more than one');
  t.ok(chunks.every((chunk) => chunk.endsWith('\n')));
  t.equal(chunks.join(''), event.repeat(100));
});
