import t from 'tap';
import { syscallNumbers } from '../../../runtime/kernel/syscall-numbers.js';

t.test('the numbers of an architecture are found by its name', async (t) => {
  t.same(syscallNumbers('x64'), { bpf: 321, perfEventOpen: 298, memfdCreate: 319 });
  t.same(syscallNumbers('arm64'), { bpf: 280, perfEventOpen: 241, memfdCreate: 279 });
});

t.test('an unknown architecture is refused, whatever it is called', async (t) => {
  for (const name of ['mips', '__proto__', 'constructor']) {
    t.throws(() => syscallNumbers(name), { code: 'kernel-cannot', message: new RegExp(name) });
  }
});
