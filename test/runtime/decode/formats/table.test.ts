import t from 'tap';
import { formatReader, formatTable, isFormatName } from '../../../../runtime/decode/formats/table.js';
import { sourceOf } from '../../../../runtime/decode/source.js';
import type { FormatName, Shape, Value } from '../../../../runtime/decode/types.js';
import { valueReader } from '../../../../runtime/decode/read-value.js';
import { array, bool, i32, pointer, record, text, u8, u16, u32, u64 } from '../../../fixtures/shapes.js';

const reading = { littleEndian: true, symbols: undefined };

function formatted(format: FormatName, inner: Shape, ...bytes: number[]): Value {
  const shape = { kind: 'formatted', size: inner.size, format, inner, processId: undefined } as const;
  return formatReader(shape, valueReader(inner, reading), reading)(sourceOf(new Uint8Array(bytes)), 0);
}

t.test('knows its words, and no names of objects', async (t) => {
  t.ok(isFormatName('ipv4'));
  t.notOk(isFormatName('ip'));
  t.notOk(isFormatName('constructor'));
});

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

t.test('each fits the shapes it is for alone', async (t) => {
  const shapes: Readonly<Record<string, Shape>> = {
    u16,
    u32,
    u64,
    bool,
    pointer,
    u8x4: array(u8, 4),
    u8x6: array(u8, 6),
    u8x16: array(u8, 16),
    text4: text(4),
    record16: record({ a: u64, b: u64 }),
    flexible: array(u8, 0, 'rest'),
  };
  const fitting = (format: FormatName) =>
    Object.keys(shapes).filter((name) => formatTable[format].fits(shapes[name] ?? bool));
  t.same(fitting('ipv4'), ['u32', 'u8x4', 'text4']);
  t.same(fitting('ipv6'), ['u8x16', 'record16']);
  t.same(fitting('mac'), ['u8x6']);
  t.same(fitting('port_be'), ['u16', 'u32']);
  t.same(fitting('errno'), ['u16', 'u32', 'u64']);
  t.same(fitting('ns'), ['u16', 'u32', 'u64']);
  t.same(fitting('hex'), ['u16', 'u32', 'u64', 'pointer', 'u8x4', 'u8x6', 'u8x16', 'text4', 'flexible']);
  t.same(fitting('usym'), ['u64', 'pointer']);
});
