import fc from 'fast-check';
import t from 'tap';
import { EventQueue } from '../../../runtime/library/event-queue.js';

async function takeAll<T>(queue: EventQueue<T>): Promise<T[]> {
  const taken: T[] = [];
  for (;;) {
    const next = await queue.take();
    if (next.done) return taken;
    taken.push(next.value);
  }
}

t.test('values come out in their order, whoever is faster', async (t) => {
  const queue = new EventQueue<number>();
  const early = queue.take();
  void queue.give(1);
  void queue.give(2);
  t.same(await early, { done: false, value: 1 });
  void queue.give(3);
  queue.end();
  t.same(await takeAll(queue), [2, 3]);
  t.same(await queue.take(), { done: true, value: undefined }, 'the end stays the end');
  t.equal(queue.give(4), undefined, 'nothing comes behind it');
  t.same(await takeAll(queue), []);
});

t.test('a full queue makes its giver wait until half of it was taken', async (t) => {
  const queue = new EventQueue<number>({ limit: 4 });
  t.equal(queue.give(1), undefined);
  t.equal(queue.give(2), undefined);
  t.equal(queue.give(3), undefined);
  const full = queue.give(4);
  t.ok(full);
  let resumed = false;
  const resuming = full?.then(() => (resumed = true));
  await queue.take();
  await Promise.resolve();
  t.notOk(resumed);
  await queue.take();
  await resuming;
  t.ok(resumed);
  t.equal(queue.dropped, 0);
});

t.test('one that drops takes no more than its limit, and counts', async (t) => {
  const queue = new EventQueue<number>({ limit: 2, whenFull: 'drop' });
  for (let value = 1; value <= 5; value++) t.equal(queue.give(value), undefined);
  t.equal(queue.dropped, 3);
  await queue.take();
  void queue.give(6);
  queue.end();
  t.same(await takeAll(queue), [2, 6]);
});

t.test('what the giver ends with is thrown once, after the values before it', async (t) => {
  const queue = new EventQueue<number>();
  void queue.give(1);
  queue.end({ error: new Error('broken') });
  t.same(await queue.take(), { done: false, value: 1 });
  await t.rejects(queue.take(), { message: 'broken' });
  t.same(await queue.take(), { done: true, value: undefined });
});

t.test('discarded, it lets a waiting giver go, and whoever waits for a value', async (t) => {
  const queue = new EventQueue<number>({ limit: 1 });
  const full = queue.give(1);
  queue.discard();
  await full;
  t.equal(queue.give(2), undefined);
  t.same(await queue.take(), { done: true, value: undefined });
  const empty = new EventQueue<number>();
  const waiting = empty.take();
  empty.discard();
  t.same(await waiting, { done: true, value: undefined });
});

t.test('however it is used, no value is lost, doubled or out of order', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.array(fc.boolean()), async (limit, turns) => {
      const queue = new EventQueue<number>({ limit });
      let [given, most, length] = [0, 0, 0];
      const taken: number[] = [];
      for (const gives of turns) {
        if (gives && length < limit) {
          void queue.give(given++);
          length += 1;
          most = Math.max(most, length);
        } else if (length > 0) {
          const next = await queue.take();
          if (!next.done) taken.push(next.value);
          length -= 1;
        }
      }
      queue.end();
      taken.push(...(await takeAll(queue)));
      return most <= limit && taken.length === given && taken.every((value, index) => value === index);
    }),
  );
  t.pass();
});
