import t from 'tap';
import { describeOutcome } from '../../../../tutorials/runner/report/describe-outcome.js';
import type { Outcome } from '../../../../tutorials/runner/rungs/types.js';
import { exerciseIn, stopAt } from '../../../fixtures/learning.js';

const style = {
  ...{
    language: 'en' as const,
    translate: String,
    paint: (_: string, text: string) => text,
    colour: false,
    width: 60,
  },
} as const;

t.test('a failure is told with what was found and where it is explained', async (t) => {
  const exercise = exerciseIn(t);
  const lines = (outcome: Outcome, language: 'en' | 'zh' = 'en') =>
    describeOutcome(
      exercise,
      { outcome, seconds: 1.23, kernel: '6.12', where: 'lab' },
      { ...style, language },
    );
  const stop = stopAt({ found: ['rm-7: \x1b[31mred'], cure: 'do it' });
  t.same(lines({ kind: 'not-yet', stop }).slice(1), [
    'not yet  1.2 s, lab, Linux 6.12',
    'no line',
    '→ do it',
    'there is:',
    '  rm-7: \\x1b[31mred',
    'read: The text (04-exec/README.md)',
  ]);
  t.match(lines({ kind: 'not-yet', stop }, 'zh').join('\n'), /中文 no line[^]*04-exec\/README\.zh\.md/);
  t.match(lines({ kind: 'pass' })[1], 'passed  1.2 s, lab, Linux 6.12');
  const cannot = lines({ kind: 'cannot', reason: 'no kprobes', exitCode: 4 });
  t.match(cannot[0], /cannot run here/);
  t.ok(cannot.includes('no kprobes'));
  t.match(cannot.join(' '), /says nothing about your program/);
});

t.test('messages at places of the source stand for the sentence', async (t) => {
  const diagnostic = {
    severity: 'error',
    text: 'expected ;',
    notes: [],
    location: { file: 'a.c', line: 3, column: 1, lineText: '\tint x' },
  } as const;
  const stop = stopAt({
    rung: 'L0',
    check: undefined,
    say: 'compile',
    cure: 'look',
    diagnostics: Array.from({ length: 5 }, () => diagnostic),
  });
  const judgement = {
    outcome: { kind: 'not-yet', stop },
    seconds: 1,
    kernel: undefined,
    where: undefined,
  } as const;
  const text = describeOutcome(exerciseIn(t), judgement, style).join('\n');
  t.equal(text.match(/a\.c:3:1: error: expected ;/g)?.length, 3);
  t.notMatch(text, /^compile$/m);
  t.notMatch(text, /→ look/);
  t.match(text, /not yet {2}1\.0 s\n/);
});

t.test('an answer of a quiz is told as the answer, and not as what there is', async (t) => {
  const answer = { id: 'lines', rung: 'L3', answer: 1, say: { en: 'wrong', zh: '不对' } } as const;
  const stop = stopAt({ check: 'lines', found: ['4'] });
  const judgement = { outcome: { kind: 'not-yet', stop }, seconds: 1, kernel: '6.1', where: 'lab' } as const;
  const text = describeOutcome(exerciseIn(t, { checks: [answer] }), judgement, style).join('\n');
  t.match(text, /your answer:\n {2}4\n/);
  t.notMatch(text, /there is:/);
});

t.test('words of a message are broken to fit, its source is not', async (t) => {
  const lineText = `\tint ${'x'.repeat(80)}`;
  const diagnostic = {
    severity: 'error',
    text: 'the verifier refuses it, for it may read behind the end of the array',
    cure: 'test the index first, unsigned, and leave where it is too large',
    notes: [],
    location: { file: 'a.c', line: 3, column: 1, lineText },
  } as const;
  const outcome = { kind: 'not-yet', stop: stopAt({ diagnostics: [diagnostic] }) } as const;
  const judgement = { outcome, seconds: 1, kernel: undefined, where: undefined };
  const lines = describeOutcome(exerciseIn(t), judgement, style);
  t.ok(lines.includes(`  ${lineText}`));
  t.ok(lines.filter((line) => !line.includes('xxx')).every((line) => line.length <= style.width));
  t.match(
    lines.join(' ').replaceAll(/ +/g, ' '),
    /behind the end of the array .*leave where it is too large/,
  );
});

t.test('warnings come behind the sentence, which they do not stand for', async (t) => {
  const warning = { severity: 'warning', text: 'no such section', notes: [] } as const;
  const stop = stopAt({ say: 'no program there', found: ['SEC("x")'], diagnostics: [warning] });
  const judgement = { outcome: { kind: 'not-yet', stop }, seconds: 1, kernel: undefined } as const;
  const lines = describeOutcome(exerciseIn(t), { ...judgement, where: undefined }, style);
  const at = (text: string): number => lines.findIndex((line) => line.includes(text));
  t.ok(at('no program there') > 0 && at('SEC("x")') > at('no program there'));
  t.ok(at('warning: no such section') > at('SEC("x")'));
});
