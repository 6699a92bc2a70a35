import { EventEmitter, once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import t from 'tap';
import { merge } from '../../../runtime/readers/merge.js';

async function* slowly<T>(milliseconds: number, ...values: T[]): AsyncGenerator<T, void, undefined> {
  for (const value of values) {
    await setTimeout(milliseconds);
    yield value;
  }
}

t.test('values come as they are there; a slow source keeps none up', async (t) => {
  const seen: string[] = [];
  const gate = new EventEmitter();
  async function* slow(): AsyncGenerator<string, void, undefined> {
    await once(gate, 'open');
    yield 'slow';
  }
  for await (const value of merge([slow(), slowly(1, 'a', 'b', 'c')], () => {})) {
    seen.push(value);
    if (value === 'c') gate.emit('open');
  }
  t.same(seen, ['a', 'b', 'c', 'slow']);
  for await (const _ of merge([], () => {})) t.fail('nothing gives nothing');
});

t.test('a source is asked again only when its value was used', async (t) => {
  let asked = 0;
  async function* counting(): AsyncGenerator<number, void, undefined> {
    while (asked < 3) yield ++asked;
  }
  for await (const value of merge([counting(), slowly(1, 0)], () => {})) {
    if (value === 0) continue;
    await setTimeout(5);
    t.equal(asked, value);
  }
});

t.test('when the consumer goes, the sources are stopped and closed', async (t) => {
  const closed: string[] = [];
  const stop = new AbortController();
  async function* endless(name: string): AsyncGenerator<string, void, undefined> {
    try {
      yield name;
      await new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
      yield 'rest';
    } finally {
      closed.push(name);
    }
  }
  for await (const value of merge([endless('a'), endless('b')], () => stop.abort())) if (value === 'b') break;
  t.same(closed.sort(), ['a', 'b']);
});

t.test('a failure ends it all, and is thrown', async (t) => {
  const stop = new AbortController();
  async function* failing(): AsyncGenerator<number, void, undefined> {
    yield 1;
    throw new Error('broken');
  }
  async function* waiting(): AsyncGenerator<number, void, undefined> {
    yield 1;
    await new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
  }
  await t.rejects(
    async () => {
      for await (const value of merge([failing(), waiting()], () => stop.abort())) t.equal(value, 1);
    },
    { message: 'broken' },
  );
  t.ok(stop.signal.aborted);
});
