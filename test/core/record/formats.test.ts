import t from 'tap';
import { formatNames, formats, isFormatName } from '../../../core/record/formats.js';
import type { FormatName, Shape } from '../../../core/record/types.js';
import { array, bool, pointer, record, text, u8, u16, u32, u64 } from '../../fixtures/shapes.js';

t.test('knows its words, and no names of objects', async (t) => {
  t.ok(isFormatName('ipv4'));
  t.notOk(isFormatName('ip'));
  t.notOk(isFormatName('constructor'));
  t.ok(formatNames.includes('usym'));
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
    u16x2: array(u16, 2),
  };
  const fitting = (format: FormatName) =>
    Object.keys(shapes).filter((name) => formats[format].fits(shapes[name] ?? bool));
  t.same(fitting('ipv4'), ['u32', 'u8x4', 'text4', 'u16x2']);
  t.same(fitting('ipv6'), ['u8x16', 'record16']);
  t.same(fitting('mac'), ['u8x6']);
  t.same(fitting('port_be'), ['u16', 'u32']);
  t.same(fitting('errno'), ['u16', 'u32', 'u64']);
  t.same(fitting('ns'), ['u16', 'u32', 'u64']);
  t.same(fitting('hex'), ['u16', 'u32', 'u64', 'pointer', 'u8x4', 'u8x6', 'u8x16', 'text4', 'flexible']);
  t.same(fitting('usym'), ['u64', 'pointer']);
});
