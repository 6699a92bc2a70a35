import t from 'tap';
import { checkEvent } from '../../../../tutorials/runner/checks/event.js';
import { say, traceLine } from '../../../fixtures/learning.js';

const base = { id: 'x', rung: 'L3', say: say('') } as const;

t.test('so many events have to come as the check wants', async (t) => {
  const evidence = { events: [traceLine('a'), traceLine('b'), traceLine('b')], saved: new Map() };
  t.match(checkEvent({ ...base, event: { message: 'b' } }, evidence), { holds: true });
  t.match(checkEvent({ ...base, event: { message: 'b' }, count: 1 }, evidence), {
    holds: false,
    found: ['rm-7: b', 'rm-7: b'],
  });
  t.match(checkEvent({ ...base, event: { message: 'c' }, count: 0 }, evidence), { holds: true });
  t.match(checkEvent({ ...base, event: { message: 'c' } }, evidence), {
    holds: false,
    found: ['rm-7: a', 'rm-7: b', 'rm-7: b'],
  });
  const none = checkEvent({ ...base, event: { message: 'c' } }, { events: [], saved: new Map() });
  t.match(none, { holds: false, found: [{ key: 'no event came' }] });
});
