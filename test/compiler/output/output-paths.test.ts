import t from 'tap';
import { outputPaths } from '../../../compiler/output/output-paths.js';

t.test('outputs are named as ecc names them', async (t) => {
  t.same(outputPaths('.', 'a', 'json'), { object: 'a.bpf.o', package: 'package.json' });
  t.same(outputPaths('/x/y', 'a', 'yaml'), { object: '/x/y/a.bpf.o', package: '/x/y/package.yaml' });
  t.same(outputPaths('out', 'a', 'none'), { object: 'out/a.bpf.o', package: undefined });
  t.same(outputPaths('out', 'a', 'json', { bundle: true, standalone: true, types: true }), {
    object: 'out/a.bpf.o',
    package: 'out/package.json',
    bundle: 'out/a.tar',
    standalone: 'out/a',
    types: 'out/a.d.ts',
  });
});
