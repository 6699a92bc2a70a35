import t from 'tap';
import { headerPreamble } from '../../../compiler/editor/header-preamble.js';

const ours = '// comment\n#include "vmlinux.h"\n';
const theirs = '#include <linux/bpf.h>\n// not "vmlinux.h"\n';

t.test('headers are read behind what the sources include first', async (t) => {
  const cases: readonly (readonly [Record<string, string>, string])[] = [
    [{}, 'vmlinux.h'],
    [{ 'a.bpf.c': ours }, 'vmlinux.h'],
    [{ 'a.bpf.c': theirs, 'b.c': ours }, 'linux/bpf.h'],
    [{ 'a.bpf.c': theirs, 'b.bpf.c': ' # include <vmlinux.h>' }, 'vmlinux.h'],
  ];
  for (const [files, preamble] of cases) {
    await t.test(preamble, async (t) => t.equal(headerPreamble(t.testdir(files)), preamble));
  }
});
