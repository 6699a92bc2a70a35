import t from 'tap';
import { fillCheck, performChecks } from '../../../../tutorials/runner/rungs/perform-checks.js';
import type { Check } from '../../../../tutorials/runner/lessons/types.js';
import { say, traceLine } from '../../../fixtures/learning.js';

const check = (id: string, more: Partial<Check>): Check => ({ id, rung: 'L3', say: say(id), ...more });

t.test('the first check of the rung that does not hold is where it stops', async (t) => {
  const checks = [
    check('other-rung', { rung: 'L4', event: { message: 'never' } }),
    check('first', { event: { message: '{{nonce}}', pid: { save: 'pid' } } }),
    check('second', { event: { pid: { saved: 'pid' }, message: 'no' } }),
    check('third', { event: { message: 'no' } }),
  ];
  const evidence = { events: [traceLine('abc')], saved: new Map() };
  t.match(await performChecks(checks, 'L3', evidence, { nonce: 'abc' }), { stop: { check: 'second' } });
  t.equal(await performChecks(checks, 'L1', evidence, {}), undefined);
});

t.test('where it stops is told with what the placeholders stood for', async (t) => {
  const evidence = { events: [], saved: new Map() };
  const checks = [check('x', { say: say('no line {{nonce}}'), event: { message: '{{nonce}}' } })];
  const climb = await performChecks(checks, 'L3', evidence, { nonce: 'abc' });
  t.match(climb, { stop: { say: say('no line abc') } });
});

t.test('placeholders are filled in all that a check compares', async (t) => {
  const filled = fillCheck(
    check('x', {
      program: { name: '{{a}}' },
      map: { name: '{{a}}' },
      event: { message: { matches: '{{a}}' } },
      equals: { value: { event: { message: '{{a}}' }, member: 'pid' } },
      output: '{{a}}',
      file: { name: '{{a}}' },
      command: ['cat', '{{a}}'],
    }),
    { a: 'b.c' },
  );
  t.match(filled, {
    program: { name: 'b.c' },
    map: { name: 'b.c' },
    event: { message: { matches: 'b\\.c' } },
    equals: { value: { event: { message: 'b.c' }, member: 'pid' } },
    output: 'b.c',
    file: { name: 'b.c' },
    command: ['cat', 'b.c'],
  });
});
