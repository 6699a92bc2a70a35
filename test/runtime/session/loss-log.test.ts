import t from 'tap';
import type { RingLevel } from '../../../runtime/readers/types.js';
import { traceSource } from '../../../runtime/readers/trace-lines.js';
import { LossLog } from '../../../runtime/session/loss-log.js';
import type { Loss } from '../../../runtime/session/printers/types.js';
import { Tally } from '../../../runtime/session/tally.js';

/** A log whose clock stands until it is set. */
function logAt(start = 0) {
  const clock = { now: start };
  const warnings: string[] = [];
  const losses: Loss[] = [];
  const levels: RingLevel[] = [];
  const tally = new Tally();
  const log = new LossLog({
    warn: (text) => void warnings.push(String(text)),
    print: (loss) => void losses.push(loss),
    tally,
    levels: () => levels,
    now: () => clock.now,
  });
  return { clock, warnings, losses, levels, tally, log };
}

t.test('the first loss is told at once, what follows as a sum once a second', async (t) => {
  const { clock, warnings, losses, tally, log } = logAt();
  log.add('events', 2);
  t.equal(log.tell(), undefined);
  t.same(warnings, ["lost 2 events of 'events'"]);
  clock.now = 400;
  log.add('events', 3);
  t.equal(log.tell(), 600);
  log.add('events', 4);
  clock.now = 1000;
  t.equal(log.tell(), undefined);
  t.same(warnings.slice(1), ["lost 7 events of 'events'"]);
  t.same(losses, [
    { source: 'events', count: 2 },
    { source: 'events', count: 7 },
  ]);
  t.equal(tally.summary().lost, 9);
});

t.test('each source has its own pace, and each processor its own number', async (t) => {
  const { warnings, losses, log } = logAt();
  log.add('a', 1, 0);
  log.tell();
  log.add('b', 5, 1);
  log.add('b', 6, 3);
  log.add('b', 1, 1);
  log.tell();
  t.same(warnings, ["lost 1 events of 'a' on CPU 0", "lost 12 events of 'b'"]);
  t.same(losses.slice(1), [
    { source: 'b', cpu: 1, count: 6 },
    { source: 'b', cpu: 3, count: 6 },
  ]);
});

t.test('lines of the trace are called so, and an unknown number stays unknown', async (t) => {
  const { warnings, losses, log } = logAt();
  log.add(traceSource, 4, 2);
  log.tell();
  log.add(traceSource, undefined, 0);
  log.add(traceSource, 3, 0);
  log.finish();
  t.same(warnings, ['lost 4 lines of bpf_printk on CPU 2', 'lost some lines of bpf_printk on CPU 0']);
  t.same(losses.at(-1), { source: traceSource, cpu: 0, count: null });
});

t.test('what waits is told at the end, and nothing twice', async (t) => {
  const { warnings, log } = logAt();
  log.add('events', 1);
  log.tell();
  log.add('events', 2);
  log.tell();
  log.finish();
  log.finish();
  t.equal(log.tell(), undefined);
  t.same(warnings, ["lost 1 events of 'events'", "lost 2 events of 'events'"]);
});

t.test('a ring without a counter that was full is told of once', async (t) => {
  const { clock, warnings, losses, levels, tally, log } = logAt();
  levels.push({ name: 'events', part: 0.4, full: false });
  log.tell();
  levels[0] = { name: 'events', part: 1, full: true };
  clock.now = 10;
  log.tell();
  t.same(warnings, [], 'it is looked at once a second');
  clock.now = 1010;
  log.tell();
  log.finish();
  t.match(warnings, [/^ring buffer 'events' was full: it may have lost events/]);
  t.same(losses, [{ source: 'events', count: null }]);
  t.equal(tally.summary().lost, 0);
});
