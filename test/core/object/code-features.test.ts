import t from 'tap';
import { codeFeatures, featuresOf } from '../../../core/object/code-features.js';
import { compareVersions } from '../../../core/object/linux-version.js';

/** An instruction: opcode, source register, offset, immediate. */
type Row = readonly [opcode: number, source: number, offset: number, immediate: number];

function code(littleEndian: boolean, rows: readonly Row[]): Uint8Array {
  const bytes = new Uint8Array(rows.length * 8);
  const view = new DataView(bytes.buffer);
  rows.forEach(([opcode, source, offset, immediate], index) => {
    bytes[index * 8] = opcode;
    bytes[index * 8 + 1] = littleEndian ? source << 4 : source;
    view.setInt16(index * 8 + 2, offset, littleEndian);
    view.setInt32(index * 8 + 4, immediate, littleEndian);
  });
  return bytes;
}

const exit: Row = [0x95, 0, 0, 0];
const cases: readonly (readonly [name: string, rows: readonly Row[], features: readonly string[]])[] = [
  ['what every kernel has', [[0xb7, 0, 0, 1], [0x15, 0, 1, 0], [0xb7, 0, 0, 2], [0xdb, 1, 0, 0], exit], []],
  ['a call of its own function', [[0x85, 1, 0, -1], exit], ['functions of its own']],
  ['a helper', [[0x85, 0, 0, 6], exit], []],
  ['a 32-bit jump', [[0x16, 0, 1, 0], [0xb7, 0, 0, 2], exit], ['32-bit jumps']],
  ['a loop', [[0xb7, 0, 0, 0], [0x07, 0, 0, 1], [0xa5, 0, -2, 9], exit], ['loops']],
  ['a jump back that is no loop', [[0x05, 0, 2, 0], [0xb7, 0, 0, 1], exit, [0x05, 0, -3, 0]], []],
  [
    'a constant of two slots, whose second looks like a jump back',
    [[0x18, 0, 0, 1], [0x05, 0, -1, 0], exit],
    [],
  ],
  ['an addition that gives the old value', [[0xdb, 1, 0, 1], exit], ['atomic operations']],
  ['an exchange', [[0xc3, 1, 0, 0xe1], exit], ['atomic operations']],
  ['a load that acquires', [[0xdb, 1, 0, 0x100], exit], ['ordered loads and stores']],
  ['a load with sign', [[0x91, 1, 0, 0], exit], ['instructions of version 4']],
  ['a move with sign', [[0xbf, 1, 8, 0], exit], ['instructions of version 4']],
  ['a signed division', [[0x3f, 1, 1, 0], exit], ['instructions of version 4']],
  ['a byte swap', [[0xd7, 0, 0, 16], exit], ['instructions of version 4']],
  ['a long jump', [[0x06, 0, 0, 0], exit], ['instructions of version 4']],
  ['a may_goto', [[0xe5, 0, 0, 0], exit], ['may_goto']],
];

for (const littleEndian of [true, false]) {
  for (const [name, rows, features] of cases) {
    t.test(`${name}, ${littleEndian ? 'little' : 'big'} endian`, async (t) => {
      t.same([...featuresOf(code(littleEndian, rows), littleEndian)], features);
    });
  }
}

t.test('a million instructions are walked without a stack that overflows', async (t) => {
  const bytes = new Uint8Array(8 * 200_000).fill(0);
  for (let at = 0; at < bytes.length; at += 8) bytes[at] = 0xb7;
  t.same([...featuresOf(bytes, true)], []);
});

t.test('what is newest is last', async (t) => {
  const versions = Object.values(codeFeatures);
  t.same(versions, [...versions].sort(compareVersions));
});
