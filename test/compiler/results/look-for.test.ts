import { join } from 'node:path';
import t from 'tap';
import { lookFor } from '../../../compiler/results/look-for.js';

t.test('the first place counts, and those before it are noted', async (t) => {
  const directory = t.testdir({ src: { 'a.h': '' }, one: {}, two: { 'a.h': '', 'b.h': '' } });
  const at = (path: string) => join(directory, path);
  const find = (name: string, quoted: boolean, next = false) => {
    const absent = new Set<string>();
    const found = lookFor({ name, quoted, next }, at('src/x.c'), [at('one'), at('two')], absent);
    return { found, absent: [...absent] };
  };
  t.same(find('a.h', true), { found: at('src/a.h'), absent: [] });
  t.same(find('a.h', false), { found: at('two/a.h'), absent: [at('one/a.h')] });
  t.same(find('b.h', true), { found: at('two/b.h'), absent: [at('src/b.h'), at('one/b.h')] });
  t.same(find('c.h', false), { found: undefined, absent: [at('one/c.h'), at('two/c.h')] });
  t.same(find('b.h', false, true), { found: at('two/b.h'), absent: [at('one/b.h')] });
});
