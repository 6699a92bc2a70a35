import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import t from 'tap';
import { results } from '../../../../tutorials/runner/commands/results.js';
import { updateProgress } from '../../../../tutorials/runner/folder/progress.js';
import { learnerIn } from '../../../fixtures/learning.js';
import { root } from '../../../fixtures/project.js';

t.test('results.json is as its published schema says', async (t) => {
  const { learner, texts } = learnerIn(t);
  await updateProgress(learner.folder, '04-exec/exec', () => ({
    ...{ attempts: 2, hints: 1, passed: '2026-01-01T00:00:00.000Z' },
  }));
  t.equal(results(learner), 0);
  t.equal(readFileSync(join(learner.folder, 'results.json'), 'utf8'), texts.stdout);
  const schema = JSON.parse(readFileSync(join(root, 'tutorials/results.schema.json'), 'utf8'));
  const validate = new Ajv2020({ formats: { 'date-time': /^\d{4}-\d\d-\d\dT/ } }).compile(schema);
  const made: unknown = JSON.parse(texts.stdout);
  t.ok(validate(made), JSON.stringify(validate.errors));
  t.match(made, {
    passed: 1,
    total: 1,
    exercises: [{ name: '04-exec/exec', attempts: 2, hints: 1, rung: null }],
  });
  t.notOk(validate({ version: 2 }));
});
