import t from 'tap';
import { parseRule, parseRules } from '../../../runtime/policy/parse-rule.js';

t.test('a rule names its subject and a pattern', async (t) => {
  t.same(parseRule('helper:bpf_probe_*'), {
    subject: 'helper',
    pattern: 'bpf_probe_*',
    text: 'helper:bpf_probe_*',
  });
  t.same(parseRule('kind:*probe'), { subject: 'kind', pattern: '*probe', text: 'kind:*probe' });
  t.match(parseRule('attach:tp/*'), { pattern: 'tracepoint/*', text: 'attach:tp/*' });
  t.match(parseRule('attach:uprobe/libc:malloc'), { pattern: 'uprobe/libc:malloc' });
  t.same(parseRules([], ['kind:xdp']), { allow: [], deny: [parseRule('kind:xdp')] });
});

t.test('what is no rule is refused, and so is one that could never match', async (t) => {
  for (const text of ['', 'xdp', 'kind:', ':xdp', 'map:x']) {
    t.throws(() => parseRule(text), { code: 'usage', message: /not of the form SUBJECT:PATTERN/ });
  }
  t.throws(() => parseRule('kind:xpd'), { code: 'usage', cure: 'did you mean kind:xdp?' });
  t.throws(() => parseRule('kind:zzzzzzzzzzzz'), { code: 'usage', cure: /^kinds are kprobe, / });
});
