import t from 'tap';
import { linkStop, stopAfter, unlessStopped } from '../../../runtime/session/stop.js';

t.test("a stop comes with the user's signal, or by itself", async (t) => {
  const user = new AbortController();
  const linked = linkStop(user.signal);
  t.notOk(linked.signal.aborted);
  user.abort();
  t.ok(linked.signal.aborted);
  const own = linkStop(new AbortController().signal);
  own.end();
  own.end();
  t.ok(own.signal.aborted);
  t.ok(linkStop(AbortSignal.abort()).signal.aborted);
});

t.test("a disposed stop no longer hears the user's signal", async (t) => {
  const user = new AbortController();
  const stop = linkStop(user.signal);
  stop[Symbol.dispose]();
  user.abort();
  t.notOk(stop.signal.aborted);
});

t.test('a timer ends it, unless it is forgotten first', async (t) => {
  const stop = linkStop(new AbortController().signal);
  stopAfter(1, stop)[Symbol.dispose]();
  stopAfter(undefined, stop)[Symbol.dispose]();
  await new Promise((resolve) => setTimeout(resolve, 10));
  t.notOk(stop.signal.aborted);
  using _timer = stopAfter(1, stop);
  await new Promise((resolve) => setTimeout(resolve, 10));
  t.ok(stop.signal.aborted);
});

t.test('only the stop itself is no error', async (t) => {
  const stop = linkStop(new AbortController().signal);
  t.equal(await unlessStopped(stop, async () => 7), 7);
  await t.rejects(
    unlessStopped(stop, async () => {
      throw new Error('other');
    }),
    { message: 'other' },
  );
  stop.end();
  t.equal(await unlessStopped(stop, async () => stop.signal.throwIfAborted()), undefined);
  await t.rejects(
    unlessStopped(stop, async () => {
      throw new Error('other');
    }),
    { message: 'other' },
  );
});
