import t from 'tap';
import { formatHex } from '../../../../runtime/decode/formats/hex.js';
import { valueReader } from '../../../../runtime/decode/read-value.js';
import { sourceOf } from '../../../../runtime/decode/source.js';
import type { Shape } from '../../../../core/record/types.js';
import { array, i32, i64, pointer, text, u8 } from '../../../fixtures/shapes.js';

function hex(inner: Shape, ...bytes: number[]): unknown {
  const shape = { kind: 'formatted', size: inner.size, format: 'hex', inner, processId: undefined } as const;
  const read = valueReader(inner, { littleEndian: true, symbols: undefined });
  return formatHex(shape, read)(sourceOf(new Uint8Array(bytes)), 0);
}

t.test('writes numbers and bytes', async (t) => {
  t.equal(hex(i32, 0x2a, 0, 0, 0), '0x2a');
  t.equal(hex(i32, 0xff, 0xff, 0xff, 0xff), '0xffffffff', 'negative numbers as their bits');
  t.equal(hex(i64, 0xfe, 255, 255, 255, 255, 255, 255, 255), '0xfffffffffffffffe');
  t.equal(hex(pointer, 1, 0, 0, 0, 0, 0, 0, 0), '0x1');
  t.equal(hex(array(u8, 3), 0, 0xab, 1), '00ab01');
  t.equal(hex(array(u8, 0, 'rest'), 1, 2), '0102');
  t.equal(hex(text(3), 0x61, 0, 0x62), '610062', 'NULs included');
  t.equal(hex(text(0, 'rest'), 0x61, 0x62), '6162');
  const bits = {
    kind: 'bits',
    size: 1,
    bitOffset: 0,
    bitSize: 4,
    signed: true,
    bool: false,
    names: undefined,
  } as const;
  t.equal(hex(bits, 0xff), '0xf');
});
