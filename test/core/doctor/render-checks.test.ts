import t from 'tap';
import { renderChecks } from '../../../core/doctor/render-checks.js';
import type { Check, CheckGroup } from '../../../core/doctor/types.js';
import { chinese } from '../../../core/languages/zh.js';
import { message, translator } from '../../../core/message.js';

const english = { translate: String, colour: false };
const group = (checks: readonly Check[], gathered = false): CheckGroup => ({
  id: 'tools',
  title: message`Tools`,
  checks,
  gathered,
});
const bad: Check = {
  id: 'a',
  state: 'missing',
  title: 'clang',
  detail: 'it is not there',
  cure: 'install it',
};

t.test('a line for each, and below it what mends it', async (t) => {
  const checks: readonly Check[] = [bad, { id: 'b', state: 'ok', title: 'bpftool' }];
  t.equal(
    renderChecks([group(checks), group([])], english),
    'Tools\n  missing  clang: it is not there\n           → install it\n  ok       bpftool\n',
  );
});

t.test('what says the same shares a line, in a group that is gathered', async (t) => {
  const checks: readonly Check[] = [
    bad,
    { id: 'b', state: 'ok', title: 'x' },
    { ...bad, id: 'c', title: 'gcc' },
  ];
  t.equal(
    renderChecks([group(checks, true)], english),
    'Tools\n  missing  clang, gcc: it is not there\n           → install it\n  ok       x\n',
  );
  const many = Array.from({ length: 30 }, (_, index): Check => ({
    id: String(index),
    state: 'ok',
    title: `CONFIG_${index}`,
  }));
  const lines = renderChecks([group(many, true)], english).split('\n');
  t.ok(lines.length > 4);
  t.ok(lines.every((line) => line.length <= 105));
});

t.test('marks have colours where wanted, and stand under each other in Chinese', async (t) => {
  t.match(
    renderChecks([group([bad])], { translate: String, colour: true }),
    '  \x1b[31mmissing\x1b[39m  clang',
  );
  const text = renderChecks([group([bad])], { translate: translator(chinese), colour: false });
  t.match(text, '工具\n  缺少  clang: it is not there\n        → install it');
});

t.test('what strangers said does not act on the terminal', async (t) => {
  t.match(renderChecks([group([{ ...bad, detail: '\x1b[2J\n' }])], english), 'clang: \\x1b[2J\\x0a');
});
