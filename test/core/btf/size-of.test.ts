import t from 'tap';
import { readBtf } from '../../../core/btf/read-btf.js';
import { sizeOf } from '../../../core/btf/size-of.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';

const btf = readBtf(
  buildBtf([
    rawInt,
    { kind: 'ptr', size: 1 },
    { kind: 'array', words: [1, 1, 6] },
    { kind: 'array', words: [3, 1, 2] },
    { kind: 'struct', name: 's', size: 24, count: 0 },
    { kind: 'typedef', name: 's_t', size: 5 },
    { kind: 'var', name: 'v', size: 6, words: [1] },
    { kind: 'array', words: [8, 1, 2] },
    { kind: 'array', words: [1, 1, 0xffff_ffff] },
    { kind: 'array', words: [9, 1, 0xffff_ffff] },
    { kind: 'fwd', name: 'unknown' },
    { kind: 'func_proto', size: 1 },
    { kind: 'datasec', name: '.bss', size: 40, count: 0 },
    { kind: 'array', words: [1, 1, 0] },
  ]),
);

t.test('gives the bytes of a value', async (t) => {
  const sizes = { 1: 4, 2: 8, 3: 24, 4: 48, 5: 24, 6: 24, 7: 24, 9: 4 * 0xffff_ffff, 13: 40, 14: 0 };
  for (const [id, size] of Object.entries(sizes)) t.equal(sizeOf(btf, Number(id)), size, `type ${id}`);
});

t.test('refuses what has no size', async (t) => {
  t.throws(() => sizeOf(btf, 0), { name: 'BtfError', message: 'size type 0: void has no size' });
  t.throws(() => sizeOf(btf, 11), { message: 'size type 11: fwd has no size' });
  t.throws(() => sizeOf(btf, 12), { message: 'size type 12: func_proto has no size' });
  t.throws(() => sizeOf(btf, 99), { name: 'BtfError' });
});

t.test('refuses circles and sizes beyond all measure', async (t) => {
  t.throws(() => sizeOf(btf, 8), { message: 'size type 8: more than 32 types lie one in another' });
  t.throws(() => sizeOf(btf, 10), { name: 'BtfError', message: /^size type 10: \d/ });
});
