import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { Burst } from '../../../compiler/watch/burst.js';

const never = new AbortController().signal;

t.test('many events within moments are one', async (t) => {
  // Long enough for a machine that is kept busy.
  const burst = new Burst(2000);
  let settled = 0;
  const settling = burst.settled(never).then(() => settled++);
  for (let event = 0; event < 5; event++) {
    await sleep(5);
    burst.notify();
    t.equal(settled, 0);
  }
  await settling;

  const next = new Burst(1);
  let again = false;
  const waiting = next.settled(never).then(() => (again = true));
  await sleep(40);
  t.equal(again, false, 'it waits for an event');
  next.notify();
  await waiting;
});

t.test('an event that came before it is waited for counts', async () => {
  const burst = new Burst();
  burst.notify();
  await burst.settled(never);
});

t.test('it waits no longer than it is told, and not once it is aborted', async (t) => {
  const burst = new Burst();
  const began = performance.now();
  await burst.settled(never, 10);
  t.ok(performance.now() - began >= 9);
  const stop = new AbortController();
  const waiting = burst.settled(stop.signal);
  stop.abort();
  await waiting;
  burst.notify();
  await burst.settled(stop.signal);
});
