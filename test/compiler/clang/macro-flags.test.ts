import t from 'tap';
import { macroFlags } from '../../../compiler/clang/macro-flags.js';

t.test('macros are told from directories', async (t) => {
  t.same(macroFlags([]), []);
  t.same(macroFlags(['-DX=1', '-I', 'include', '-Iother', '-D', 'Y', '-UZ']), ['-DX=1', '-DY', '-UZ']);
});

t.test('anything else may change what a header means, or what is said of it', async (t) => {
  for (const flags of [
    ['-include', 'a.h'],
    ['-O1'],
    ['-Wall'],
    ['-iquote', 'd'],
    ['-std=c11'],
    ['x.h'],
    ['-D'],
  ])
    t.equal(macroFlags(flags), undefined, flags.join(' '));
});
