import t from 'tap';
import { startRunning, type RunControl } from '../../../runtime/library/running.js';
import type { RunEvent } from '../../../runtime/library/types.js';

const attached = { programs: [], notes: [] };

const text = (word: string): RunEvent => ({ kind: 'text', stream: 'it', text: word });

const lost = (count: number | undefined): RunEvent => ({
  kind: 'lost',
  stream: 'it',
  count,
  cpu: undefined,
  reason: undefined,
});

/** Resolves when the run is to end. */
const stopOf = ({ signal }: RunControl): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

t.test('events and counts come as they are given, until the end', async (t) => {
  const running = startRunning(async ({ give, attached: tell }) => {
    tell(attached);
    for (const event of [text('a'), lost(3), lost(undefined), text('b')]) await give(event);
  }, {});
  t.equal(await running.ready, attached);
  const events: RunEvent[] = [];
  for await (const event of running) events.push(event);
  t.same(
    events.map(({ kind }) => kind),
    ['text', 'lost', 'lost', 'text'],
  );
  t.same([running.received, running.lost, running.dropped], [2, 4, 0]);
});

t.test('a stop lets what is left come; leaving the loop does not wait for it', async (t) => {
  const perform = async (control: RunControl): Promise<void> => {
    control.attached(attached);
    await stopOf(control);
    await control.give(text('last'));
  };
  const stopped = startRunning(perform, {});
  stopped.stop();
  stopped.stop();
  t.same(await stopped.toArray(), [text('last')]);

  let ended = false;
  const left = startRunning(
    async (control) => {
      await control.give(text('first'));
      await perform(control);
      ended = true;
    },
    { queue: { limit: 1 } },
  );
  for await (const event of left) {
    t.same(event, text('first'));
    break;
  }
  t.ok(ended, 'it has ended when the loop is left');
});

t.test('a caller that takes nothing can dispose of a run that waits for it', async (t) => {
  const running = startRunning(
    async ({ give, signal }) => {
      while (!signal.aborted) await give(text('x'));
    },
    { queue: { limit: 2 } },
  );
  await running[Symbol.asyncDispose]();
  await running[Symbol.asyncDispose]();
  t.same(await running.toArray(), []);
});

t.test('one that drops goes on, and says how many', async (t) => {
  const running = startRunning(
    async ({ give }) => {
      for (let count = 0; count < 10; count++) t.equal(give(text('x')), undefined);
    },
    { queue: { limit: 4, whenFull: 'drop' } },
  );
  t.equal((await running.toArray()).length, 4);
  t.same([running.received, running.dropped], [10, 6]);
});

t.test('a failure rejects ready and ends the loop, and nobody has to look at both', async (t) => {
  const fails = (): Promise<void> => Promise.reject(new Error('refused'));
  const running = startRunning(fails, {});
  await t.rejects(running.ready, { message: 'refused' });
  await t.rejects(running.toArray(), { message: 'refused' });
  await t.rejects(startRunning(fails, {}).toArray(), { message: 'refused' });
  await startRunning(fails, {})[Symbol.asyncDispose]();
});

t.test('the reason of an abort is no failure, and the signal is let go of', async (t) => {
  const stop = new AbortController();
  const running = startRunning(
    async (control) => {
      await stopOf(control);
      control.signal.throwIfAborted();
    },
    { signal: stop.signal },
  );
  stop.abort(new Error('enough'));
  t.same(await running.toArray(), []);
  await t.rejects(running.ready, { message: 'enough' });
  const aborted = startRunning(async ({ signal }) => signal.throwIfAborted(), {
    signal: AbortSignal.abort(new Error('before')),
  });
  await t.rejects(aborted.ready, { message: 'before' });
  t.same(await aborted.toArray(), []);
});
