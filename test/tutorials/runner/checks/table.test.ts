import t from 'tap';
import { checkKinds, performCheck, subjectOf } from '../../../../tutorials/runner/checks/table.js';
import { say, traceLine } from '../../../fixtures/learning.js';

const base = { id: 'x', rung: 'L3', say: say('') } as const;

t.test('a check is performed by its subject', async (t) => {
  t.equal(subjectOf({ ...base, event: { kind: 'trace' } }), 'event');
  t.equal(subjectOf({ ...base, answer: 1, equals: { count: { kind: 'trace' } } }), 'answer');
  t.equal(subjectOf(base), undefined);
  const evidence = { events: [traceLine('a')], saved: new Map() };
  t.match(await performCheck({ ...base, event: { message: 'a' } }, evidence), { holds: true });
  t.match(await performCheck(base, evidence), { holds: false });
});

t.test('the schema knows every subject', async (t) => {
  const { default: schema } = await import('../../../../tutorials/lesson.schema.json', {
    with: { type: 'json' },
  });
  for (const subject of Object.keys(checkKinds)) t.ok(subject in schema.$defs.check.properties, subject);
});
