import t from 'tap';
import { checkAnswer } from '../../../../tutorials/runner/checks/answer.js';
import type { RunEvent } from '../../../../runtime/library/types.js';
import { say, traceLine } from '../../../fixtures/learning.js';

const base = { id: 'x', rung: 'L3', say: say(''), answer: 1 } as const;
const events: readonly RunEvent[] = [
  traceLine('a'),
  traceLine('a'),
  { kind: 'record', stream: 'events', type: 'struct event', time: 0, data: { file: 'one' } },
];
const answer = (given: string, check: object) =>
  checkAnswer({ ...base, ...check }, { answers: [given], events, saved: new Map() });

t.test('a choice is compared without regard to case', async (t) => {
  t.match(answer('B', { choice: 'b' }), { holds: true });
  t.same(answer('c', { choice: 'b' }), { holds: false, found: ['c'] });
  t.same(answer('', { choice: 'b' }), { holds: false, found: [] });
});

t.test('a number is compared with how many there were, a text with what was sent', async (t) => {
  t.match(answer('2', { equals: { count: { message: 'a' } } }), { holds: true });
  t.match(answer('0x2', { equals: { count: { message: 'a' } } }), { holds: true });
  t.match(answer('3', { equals: { count: { message: 'a' } } }), { holds: false });
  const value = (event: object) => ({ equals: { value: { event, member: 'data.file' } } });
  t.match(answer('"one"', value({ kind: 'record' })), { holds: true });
  t.match(answer('two', value({ kind: 'record' })), { holds: false });
  t.match(answer('one', value({ kind: 'stack' })), { holds: false }, 'nothing was sent');
});
