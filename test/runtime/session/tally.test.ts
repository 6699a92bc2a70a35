import t from 'tap';
import { Tally } from '../../../runtime/session/tally.js';

t.test('lines and losses are counted, and the time since the start', async (t) => {
  let now = 1000;
  const tally = new Tally(() => now);
  t.same(tally.summary(), { events: 0, lost: 0, milliseconds: 0 });
  tally.start();
  tally.add({ kind: 'line', comm: 'rm', pid: 1, cpu: 0, flags: '....', time: '1.000000', message: '' });
  tally.add({ kind: 'lost', cpu: 0, count: 5 });
  tally.add({ kind: 'lost', cpu: 0, count: undefined });
  tally.add({ kind: 'text', text: 'x' });
  now = 1250;
  t.equal(tally.events, 1);
  t.same(tally.summary(), { events: 1, lost: 6, milliseconds: 250 });
});
