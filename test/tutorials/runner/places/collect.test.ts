import t from 'tap';
import { startRunning } from '../../../../runtime/library/running.js';
import { collect } from '../../../../tutorials/runner/places/collect.js';
import { traceLine } from '../../../fixtures/learning.js';

t.test('all events of a run are taken, and what it failed of', async (t) => {
  const good = startRunning(async ({ attached, give }) => {
    attached({ programs: [], notes: [] });
    await give(traceLine('a'));
  }, {});
  t.match(await collect(good), { attached: true, events: [{ message: 'a' }], failure: undefined });
  const failure = new Error('refused');
  const bad = startRunning(() => Promise.reject(failure), {});
  t.same(await collect(bad), { attached: false, events: [], failure });
});
