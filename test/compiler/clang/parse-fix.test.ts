import * as fc from 'fast-check';
import t from 'tap';
import { parseFix } from '../../../compiler/clang/parse-fix.js';

t.test('a line of clang becomes a change', async (t) => {
  t.same(parseFix('fix-it:"a.bpf.c":{6:23-6:39}:"BPF_MAP_TYPE_HASH"'), {
    file: 'a.bpf.c',
    line: 6,
    column: 23,
    endLine: 6,
    endColumn: 39,
    text: 'BPF_MAP_TYPE_HASH',
  });
  t.match(parseFix(String.raw`fix-it:"\346\211\223.c":{1:1-1:1}:"\"a\\b\n\t"`), {
    file: '打.c',
    text: '"a\\b\n\t',
  });
  t.equal(parseFix('a.bpf.c:1:1: error: x'), undefined);
});

t.test('whatever a line holds, it is read without an error', async (t) => {
  t.doesNotThrow(() =>
    fc.assert(fc.property(fc.string(), (text) => parseFix(`fix-it:"${text}":{1:1-1:1}:"${text}"`) !== null)),
  );
});
