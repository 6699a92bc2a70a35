import t from 'tap';
import { checkUndefined } from '../../../compiler/checks/check-undefined.js';
import type { Btf } from '../../../core/btf/types.js';
import { checkedOf } from '../../fixtures/checked.js';

const symbol = (name: string, binding: 'global' | 'weak') =>
  ({ index: 1, name, value: 0, size: 0, binding, type: 'none', sectionIndex: 0 }) as const;
const btf: Btf = {
  littleEndian: true,
  stringsSize: 0,
  stringAt: () => '',
  types: [
    { kind: 'void', id: 0 },
    { kind: 'func', id: 1, name: 'bpf_task_release', typeId: 0, linkage: 'extern' },
    { kind: 'datasec', id: 2, name: '.ksyms', size: 0, variables: [{ typeId: 1, offset: 0, size: 0 }] },
  ],
};

t.test('a function that is defined nowhere is told of', async (t) => {
  const found = checkUndefined(
    checkedOf('', { elf: { symbols: [symbol('memcmp', 'global'), symbol('other', 'global')] } }),
  );
  t.match(
    found.map(({ text, cure }) => `${String(text)} ${String(cure)}`),
    [/^'memcmp' is defined nowhere.*__builtin_memcmp/, /^'other' is defined nowhere.*__ksym/],
  );
});

t.test('those of the kernel and weak ones are not', async (t) => {
  const symbols = [symbol('bpf_task_release', 'global'), symbol('maybe', 'weak')];
  t.same(checkUndefined(checkedOf('', { btf, elf: { symbols } })), []);
});
