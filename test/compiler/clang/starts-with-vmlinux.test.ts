import t from 'tap';
import { startsWithVmlinux } from '../../../compiler/clang/starts-with-vmlinux.js';
import { cpuTimeOf } from '../../fixtures/cpu-time.js';

const include = '#include "vmlinux.h"\n';

t.test('only comments may stand before the include', async (t) => {
  t.ok(startsWithVmlinux(include));
  t.ok(startsWithVmlinux('// SPDX\n/* a * b **/\n\n# include <vmlinux.h>\n'));
  t.ok(startsWithVmlinux(`// C:\\path\r\n${include}`));
  t.ok(startsWithVmlinux(`\uFEFF${include}`), 'a byte order mark is no code');
  t.notOk(startsWithVmlinux(`#define BPF_NO_PRESERVE_ACCESS_INDEX\n${include}`));
  t.notOk(startsWithVmlinux(`/* ${include} */ int x;`));
  t.notOk(startsWithVmlinux('#include <linux/bpf.h>\n'));
});

t.test('an include that a line of comment swallows is none', async (t) => {
  for (const end of ['\\\n', '\\\r\n', '\\ \t\n', 'x\\\\\n'])
    t.notOk(startsWithVmlinux(`// comment ${end}${include}int x;`), JSON.stringify(end));
});

t.test('a hostile comment takes no time', async (t) => {
  const took = cpuTimeOf(() => {
    t.notOk(startsWithVmlinux('/*'.repeat(30_000)));
    t.notOk(startsWithVmlinux(`//${'\\ '.repeat(30_000)}`));
  });
  t.ok(took < 1000, `${took} ms`);
});
