import * as fc from 'fast-check';
import t from 'tap';
import { globTest } from '../../../runtime/filter/glob.js';
import { cpuTimeOf } from '../../fixtures/cpu-time.js';

t.test('without a wildcard it looks for the text anywhere', async (t) => {
  t.ok(globTest('ss')('openssh'));
  t.notOk(globTest('ss')('s s'));
  t.ok(globTest('')('any'));
  t.ok(globTest('a.b')('xa.by'), 'a dot is a dot');
  t.ok(globTest('a\\*b')('xa*by'), 'a star behind a backslash is a star');
  t.ok(globTest('a\\')('a\\'), 'a backslash at the end is one');
});

t.test('with one it matches from begin to end', async (t) => {
  const table: readonly (readonly [string, string, boolean])[] = [
    ['ss*', 'sshd', true],
    ['ss*', 'xssh', false],
    ['*hd', 'sshd', true],
    ['s?hd', 'sshd', true],
    ['s?hd', 'shd', false],
    ['*', '', true],
    ['?', '', false],
    ['a*b*c', 'aXbXbc', true],
    ['a*b*c', 'aXbXbcd', false],
    ['/usr/*/ls', '/usr/local/bin/ls', true],
  ];
  for (const [pattern, text, expected] of table)
    t.equal(globTest(pattern)(text), expected, `${pattern} ${text}`);
});

t.test('agrees with a regular expression on short text', async (t) => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
  fc.assert(
    fc.property(letters, letters, (pattern, text) => {
      if (!/[*?]/.test(pattern)) return true;
      const source = pattern.replaceAll(/[*?]/g, (wild) => (wild === '*' ? '.*' : '.'));
      return globTest(pattern)(text) === new RegExp(`^${source}$`, 's').test(text);
    }),
  );
  t.pass();
});

t.test('no pattern takes long', async (t) => {
  const took = cpuTimeOf(() => t.notOk(globTest('a*'.repeat(500) + 'b')('a'.repeat(4000))));
  t.ok(took < 1000, `${took} ms`);
});
