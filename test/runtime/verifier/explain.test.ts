// What is made of real logs, word for word: UPDATE_GOLDEN=1 writes the golden files anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { explainRefusal } from '../../../runtime/verifier/explain.js';
import { root } from '../../fixtures/project.js';
import { explained, printExplanation } from '../../fixtures/verifier/explained.js';
import { expectedKind, keptKernels, keptLogs, refusedIds } from '../../fixtures/verifier/refused.js';

t.test('each real log is of the kind that its program is named for', async (t) => {
  for (const kernel of keptKernels) {
    const logs = keptLogs(kernel);
    t.ok(logs.size > 40, kernel);
    for (const id of logs.keys())
      t.equal(explained(id, kernel).kind, expectedKind(id, kernel), `${id} on ${kernel}`);
  }
});

for (const language of ['en', 'zh'] as const) {
  t.test(`what is printed in ${language} is what it was`, async (t) => {
    const texts = refusedIds.map(
      async (id) => `## ${id}\n\n${await printExplanation(explained(id), language)}\n`,
    );
    const text = (await Promise.all(texts)).join('\n');
    const golden = join(root, `test/fixtures/verifier/golden.${language}.txt`);
    if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, text);
    t.equal(text, readFileSync(golden, 'utf8'));
  });
}

const unknown = (log: string) =>
  explainRefusal({ program: 'p', log, failure: undefined, release: '9.0', object: undefined });

t.test('a log that nobody knows is shown by its last telling lines', async (t) => {
  const log = `${Array.from({ length: 20 }, (_, index) => `${index}: (b7) r1 = ${index}`).join('\n')}
a new rule was broken
processed 20 insns (limit 1000000)
`;
  t.match(unknown(log), {
    kind: undefined,
    said: 'a new rule was broken',
    why: 'a new rule was broken',
    cure: { key: 'run with -v for its whole log' },
  });
  t.equal(unknown(log).tail.length, 8);
  t.equal(unknown(log).tail.at(-1), 'a new rule was broken');
});

t.test(
  'what a newer kernel explains itself is taken from it, what is known is told in our words',
  async (t) => {
    const report = (said: string) => `0: (95) exit
${said}

Verification failed: Something: New

Reason:
  the kernel's reason.

Suggestion:
  the kernel's cure.

processed 1 insns
`;
    t.match(unknown(report('never heard of')), {
      kind: undefined,
      why: "the kernel's reason.",
      cure: "the kernel's cure.",
    });
    t.match(unknown(report('R0 !read_ok')), { kind: 'uninitialised-register' });
  },
);
