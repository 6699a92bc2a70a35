import t from 'tap';
import { Tally } from '../../../runtime/session/tally.js';

t.test('events and losses are counted, and the time since the start', async (t) => {
  let now = 1000;
  const tally = new Tally(() => now);
  t.same(tally.summary(), { events: 0, lost: 0, leftOut: 0, milliseconds: 0 });
  tally.start();
  tally.add(1);
  tally.add(2);
  tally.lose(5);
  tally.lose(undefined);
  tally.leaveOut(2);
  now = 1250;
  t.equal(tally.events, 3);
  t.same(tally.summary(), { events: 3, lost: 6, leftOut: 2, milliseconds: 250 });
});
