import * as fc from 'fast-check';
import t from 'tap';
import { valueReader } from '../../../runtime/decode/read-value.js';
import { sourceOf } from '../../../runtime/decode/source.js';
import { takeText, textSink } from '../../../runtime/decode/text-sink.js';
import type { Shape } from '../../../core/record/types.js';
import { jsonValueWriter, membersWriter } from '../../../runtime/decode/write-json.js';
import { array, bool, i32, i64, names, pointer, record, text, u8, u16, u32 } from '../../fixtures/shapes.js';

const reading = { littleEndian: true, symbols: undefined };

function json(shape: Shape, bytes: Uint8Array): string {
  const sink = textSink(1);
  jsonValueWriter(shape, reading)(sink, sourceOf(bytes), 0);
  return Buffer.from(takeText(sink)).toString();
}

t.test('writes what the decoder reads, whatever the bytes', async (t) => {
  const shape = record({
    a: u8,
    b: i32,
    c: pointer,
    d: text(8),
    e: array(record({ x: u16, y: bool }), 2),
    f: { kind: 'enum', size: 1, signed: false, names: names({ NO: 0, A: 1, B: 2, C: 4 }, true) },
    g: { kind: 'bits', size: 1, bitOffset: 1, bitSize: 3, signed: true, bool: false, names: undefined },
    h: { kind: 'formatted', size: 4, format: 'ipv4', inner: u32, processId: undefined },
    i: { kind: 'formatted', size: 4, format: 'ns', inner: u32, processId: undefined },
    j: { kind: 'bytes', size: 3 },
    k: { kind: 'bytes', size: 0 },
    l: record({}),
    m: text(0, 'rest'),
  });
  fc.assert(
    fc.property(fc.uint8Array({ minLength: shape.size, maxLength: shape.size + 9 }), (bytes) => {
      const value = valueReader(shape, reading)(sourceOf(bytes), 0);
      return JSON.stringify(JSON.parse(json(shape, bytes))) === JSON.stringify(value);
    }),
  );
  t.pass();
});

t.test('floats that JSON has no number for are strings', async (t) => {
  const bytes = (value: number) => new Uint8Array(new Float64Array([value]).buffer);
  t.equal(json({ kind: 'float', size: 8 }, bytes(NaN)), '"NaN"');
  t.equal(json({ kind: 'float', size: 8 }, bytes(-Infinity)), '"-Infinity"');
  t.equal(json({ kind: 'float', size: 8 }, bytes(0.1)), '0.1');
  t.equal(json({ kind: 'float', size: 4 }, new Uint8Array(new Float32Array([0.1]).buffer)), '0.1');
});

t.test('wide numbers and enums keep their digits', async (t) => {
  t.equal(json(i64, new Uint8Array([1, 0, 0, 0, 0, 0, 0, 0x80])), '-9223372036854775807');
  const wide = { ...names({}), byValue: new Map([[5n, 'five']]) };
  const shape = { kind: 'enum', size: 8, signed: false, names: wide } as const;
  t.equal(json(shape, new Uint8Array([5, 0, 0, 0, 0, 0, 0, 0])), '"five"');
  t.equal(json(shape, new Uint8Array(8).fill(255)), '18446744073709551615');
});

t.test('names of members are quoted', async (t) => {
  t.equal(json(record({ 'a"\x1b': u8 }), new Uint8Array(1)), '{"a\\"\\u001b":0}');
});

t.test('members are written without braces of their own', async (t) => {
  const sink = textSink();
  membersWriter(record({ a: u8, b: u8 }), reading, ',')(sink, sourceOf(new Uint8Array(2)), 0);
  t.equal(Buffer.from(takeText(sink)).toString(), ',"a":0,"b":0');
});
