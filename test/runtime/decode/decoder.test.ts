import t from 'tap';
import { decoderFor } from '../../../runtime/decode/decoder.js';
import { eventTypeOf } from '../../../runtime/decode/event-type.js';
import { sourceOf } from '../../../runtime/decode/source.js';
import { ShortRecordError } from '../../../runtime/decode/short-record.js';
import { variableOf } from '../../fixtures/objects/variables.js';

function decodeVariable(object: string, name: string): unknown {
  const { btf, typeId, bytes } = variableOf(object, name);
  return decoderFor(eventTypeOf(btf, typeId))(sourceOf(bytes), 0, bytes.length);
}

const numbers = {
  tiny: -128,
  byte: 255,
  half: -32768,
  unsigned_half: 65535,
  whole: -2147483648,
  unsigned_whole: 4294967295,
  wide: -9223372036854775808n,
  unsigned_wide: 18446744073709551615n,
  huge: -(1n << 100n),
  unsigned_huge: (1n << 127n) + 5n,
  yes: true,
  no: false,
  single: Math.fround(1.1),
  twice: -0.1,
};

const bits = {
  one: 1,
  minus: -3,
  middle: 0xabcde,
  last: 0x5a,
  wide: 0x123456789an,
  negative: -2,
  flag: true,
  state: 'STOPPED',
  across: 0x55,
};

const event = {
  pid: 4711,
  state: 'SLEEPING',
  access: 'EXEC',
  unnamed_access: 'READ|EXEC|0x10',
  unnamed_state: 9,
  at: { x: 3, y: -4 },
  path: [
    { x: 1, y: 2 },
    { x: 3, y: 4 },
  ],
  grid: [
    [1, 2, 3],
    [4, 5, 6],
  ],
  names: ['abc', 'four'],
  octets: [10, 0, 0, 1],
  peer: { port: 0x1234, mac: [0x52, 0x54, 0, 0x12, 0x34, 0x56] },
  address6: [0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  pointer: '0xffffffff81000000',
  next: '0x0',
  took: 1234567n,
  ret: -2,
  nothing: {},
  comm: 'ssh "\\\nä\\xff',
};

t.test('decodes what clang laid out, in either byte order', async (t) => {
  for (const object of ['events', 'events.be']) {
    const isLittle = object === 'events';
    t.strictSame(decodeVariable(object, 'numbers'), numbers, `numbers of ${object}`);
    // Of the union's byte the first bits are the low ones only where the low ones come first.
    const union = isLittle ? { whole: 0x3c, low: 0xc, high: 0x3 } : { whole: 0xc3, low: 0xc, high: 0x3 };
    t.strictSame(decodeVariable(object, 'bits'), { ...bits, ...union }, `bits of ${object}`);
    const { octets, ...rest } = event;
    const address = isLittle ? 0x0100000a : 0x0a000001;
    t.strictSame(decodeVariable(object, 'event'), { ...rest, address, octets }, `event of ${object}`);
  }
});

t.test('keeps the order of declaration', async (t) => {
  const decoded = decodeVariable('events', 'event');
  t.same(Object.keys(decoded ?? {}).slice(8, 13), ['names', 'address', 'octets', 'peer', 'address6']);
});

t.test('reads a flexible array to the end of its record', async (t) => {
  const flexible = variableOf('events', 'flexible');
  const decode = decoderFor(eventTypeOf(flexible.btf, flexible.typeId));
  const source = sourceOf(new Uint8Array([2, 0, 0, 0, 1, 0, 2, 1, 9, 9, 9]));
  t.strictSame(decode(source, 0, 8), { length: 2, values: [1, 0x102] });
  t.strictSame(decode(source, 0, 4), { length: 2, values: [] });
  t.strictSame(decode(source, 0, 9), { length: 2, values: [1, 0x102] }, 'half an element is none');
});

t.test('reads flexible text to the end of its record', async (t) => {
  const message = variableOf('events', 'message');
  const decode = decoderFor(eventTypeOf(message.btf, message.typeId));
  const source = sourceOf(Buffer.from('\x03\0\0\0abc-more'));
  t.strictSame(decode(source, 0, 7), { length: 3, text: 'abc' });
  t.strictSame(decode(source, 0, 4), { length: 3, text: '' });
});

t.test('reads a record anywhere in its source, and ignores what follows', async (t) => {
  const { btf, typeId, bytes } = variableOf('events', 'event');
  const source = sourceOf(new Uint8Array([7, 7, 7, 7, 7, ...bytes, 7, 7, 7, 7, 7, 7, 7, 7, 7]));
  const decode = decoderFor(eventTypeOf(btf, typeId));
  t.same(decode(source, 5, bytes.length + 9), decodeVariable('events', 'event'));
});

t.test('takes a record that sends only the used part of its last array', async (t) => {
  const { btf, typeId, bytes } = variableOf('events', 'event');
  const decode = decoderFor(eventTypeOf(btf, typeId));
  const decoded = decode(sourceOf(bytes), 0, bytes.length - 14);
  t.match(decoded, { ret: -2, comm: /^ss/ });
});

t.test('gives a short record as an error that names the field', async (t) => {
  const { btf, typeId, bytes } = variableOf('events', 'event');
  const decode = decoderFor(eventTypeOf(btf, typeId));
  const error = decode(sourceOf(bytes), 0, 6);
  t.type(error, ShortRecordError);
  t.match(error, {
    code: 'package-invalid',
    message: "decode struct event: a record of 6 bytes: field 'state' ends at 8",
    size: 6,
  });
  t.type(
    decode(sourceOf(bytes.subarray(0, 3)), 0, 144),
    ShortRecordError,
    'a source that ends before its record',
  );
  t.type(decode(sourceOf(bytes), 200, 10), ShortRecordError, 'a record beyond its source');
});
