import t from 'tap';
import { formats, isFormatName } from '../../../../core/record/formats.js';
import { formatReader, formatTable } from '../../../../runtime/decode/formats/table.js';
import { sourceOf } from '../../../../runtime/decode/source.js';
import type { FormatName, Shape } from '../../../../core/record/types.js';
import type { Value } from '../../../../runtime/decode/types.js';
import { valueReader } from '../../../../runtime/decode/read-value.js';
import { array, i32, pointer, u8, u16, u32 } from '../../../fixtures/shapes.js';

const reading = { littleEndian: true, symbols: undefined };

function formatted(format: FormatName, inner: Shape, ...bytes: number[]): Value {
  const shape = { kind: 'formatted', size: inner.size, format, inner, processId: undefined } as const;
  return formatReader(shape, valueReader(inner, reading), reading)(sourceOf(new Uint8Array(bytes)), 0);
}

t.test('formats values', async (t) => {
  t.equal(formatted('ipv4', u32, 10, 0, 0, 1), '10.0.0.1');
  t.equal(formatted('ipv6', array(u8, 16), ...new Uint8Array(15), 1), '::1');
  t.equal(formatted('mac', array(u8, 6), 0x52, 0x54, 0, 1, 2, 0xff), '52:54:00:01:02:ff');
  t.equal(formatted('port_be', u16, 0x01, 0xbb), 443);
  t.equal(formatted('errno', i32, 0xfe, 0xff, 0xff, 0xff), '-ENOENT');
  t.equal(formatted('signal', u32, 9, 0, 0, 0), 'SIGKILL');
  t.equal(formatted('hex', u16, 0x34, 0x12), '0x1234');
  t.equal(formatted('ksym', pointer, 0x10, 0, 0, 0, 0, 0, 0, 0), '0x10');
});

t.test('what only a person sees formatted stays a number', async (t) => {
  t.equal(formatted('ns', u32, 1, 0, 0, 0), 1);
  t.equal(formatTable.ns.show?.(1_234_567), '1.235 ms');
  t.equal(formatTable.us.show?.(1_234_567), '1.235 s');
  t.equal(formatTable.bytes.show?.(1536), '1.5 KiB');
});

t.test('what stays a value is shown to a person alone, or as a number', async (t) => {
  for (const [name, { gives }] of Object.entries(formats)) {
    if (!isFormatName(name)) throw new Error(`${name} is no format`);
    const { reader, show } = formatTable[name];
    t.equal(show !== undefined, gives === 'value' && name !== 'port_be', name);
    t.equal(reader === undefined, show !== undefined, name);
  }
});
