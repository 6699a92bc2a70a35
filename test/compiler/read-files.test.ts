import t from 'tap';
import { readFiles } from '../../compiler/read-files.js';

t.test('a header stands behind its source; only several sources may be several', async (t) => {
  t.same(readFiles(['a.c'], false), { sources: ['a.c'], header: undefined });
  t.same(readFiles(['a.c', 'a.h'], false), { sources: ['a.c'], header: 'a.h' });
  t.same(readFiles(['a.c', 'a.h'], true), { sources: ['a.c'], header: 'a.h' });
  t.same(readFiles(['a.h'], true), { sources: ['a.h'], header: undefined });
  t.same(readFiles(['a.c', 'b.c'], true), { sources: ['a.c', 'b.c'], header: undefined });
});

t.test('anything else is a usage error', async (t) => {
  const wrong = { code: 'usage' };
  t.throws(() => readFiles([], true), { ...wrong, message: /no source named/, cure: 'see tsecc --help' });
  t.throws(() => readFiles(['a.c', 'b.c'], false), { ...wrong, cure: /compile 'b\.c' by itself/ });
  t.throws(() => readFiles(['a.c', 'a.h', 'b.h'], false), { ...wrong, cure: /compile 'b\.h' by itself/ });
  t.throws(() => readFiles(['a.c', 'b.c', 'a.h'], true), { ...wrong, message: /not with several/ });
});
