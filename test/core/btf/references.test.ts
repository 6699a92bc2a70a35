import t from 'tap';
import { readBtf } from '../../../core/btf/read-btf.js';
import { largestReference } from '../../../core/btf/references.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';

t.test('finds the largest type that each kind refers to', async (t) => {
  const { types } = readBtf(
    buildBtf([
      rawInt,
      { kind: 'ptr', size: 1 },
      { kind: 'array', words: [2, 1, 4] },
      { kind: 'struct', size: 8, count: 2, words: ['a', 3, 0, 'b', 1, 8] },
      { kind: 'func_proto', size: 1, count: 1, words: ['x', 2] },
      { kind: 'func', name: 'f', size: 5 },
      { kind: 'var', name: 'v', size: 4, words: [1] },
      { kind: 'datasec', name: '.bss', size: 8, count: 1, words: [7, 0, 8] },
      { kind: 'decl_tag', name: 'tag', size: 7, words: [-1] },
      { kind: 'enum', size: 4, count: 1, words: ['A', 9] },
    ]),
  );
  t.strictSame(types.map(largestReference), [0, 0, 1, 2, 3, 2, 5, 4, 7, 7, 0]);
});
