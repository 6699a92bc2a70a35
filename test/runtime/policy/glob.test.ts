import fc from 'fast-check';
import t from 'tap';
import { globsMeet, matchesGlob } from '../../../runtime/policy/glob.js';

t.test('a star stands for any text, and nothing else has a meaning', async (t) => {
  for (const [pattern, text, matches] of [
    ['kprobe/do_*', 'kprobe/do_unlinkat', true],
    ['kprobe/do_*', 'kretprobe/do_unlinkat', false],
    ['*', '', true],
    ['a*b*c', 'axxbxbc', true],
    ['a*b*c', 'axxbxb', false],
    ['a?', 'ab', false],
    ['a.c', 'abc', false],
    ['', 'a', false],
    ['ab', 'abc', false],
  ] as const) {
    t.equal(matchesGlob(pattern, text), matches, `${pattern} ${text}`);
  }
});

t.test('two patterns meet where some text matches both', async (t) => {
  for (const [rule, section, meet] of [
    ['vfs_read', 'vfs_*', true],
    ['vfs_r*', 'vfs_?ead', true],
    ['*_read', 'vfs_*', true],
    ['vfs_*', 'do_*', false],
    ['a*c', 'ab', false],
    ['abc', 'a?', false],
    ['', '*', true],
    ['', '', true],
    ['a', '', false],
  ] as const) {
    t.equal(globsMeet(rule, section), meet, `${rule} ${section}`);
  }
});

const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });

t.test('no text that matches both is overlooked', async () => {
  fc.assert(
    fc.property(letters, letters, text, (one, other, each) => {
      const both = matchesGlob(one, each) && matchesGlob(other, each);
      return !both || globsMeet(one, other);
    }),
  );
});

t.test('a pattern without stars meets what it is matched by, and takes bounded time', async (t) => {
  fc.assert(
    fc.property(text, letters, (plain, other) => globsMeet(plain, other) === matchesGlob(other, plain)),
  );
  t.notOk(matchesGlob(`${'*a'.repeat(500)}c`, 'a'.repeat(5000)));
});
