import t from 'tap';
import { architecture } from '../../../../runtime/lab/machine/architectures.js';

t.test('both architectures are whole', async (t) => {
  t.equal(architecture('x64').console, 'ttyS0');
  t.equal(architecture('arm64').machine, 'virt');
  for (const arch of ['x64', 'arm64']) t.ok(architecture(arch).cpu.tcg && architecture(arch).cpu.kvm, arch);
});

t.test('an architecture without a model is an error', async (t) => {
  t.throws(() => architecture('mips'), { code: 'tool-missing', message: /'mips'/ });
});
