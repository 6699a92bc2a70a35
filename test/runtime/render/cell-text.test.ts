import t from 'tap';
import { cellText } from '../../../runtime/render/cell-text.js';
import { array, record, text, u32, u64 } from '../../fixtures/shapes.js';

const ns = { kind: 'formatted', size: 8, format: 'ns', inner: u64, processId: undefined } as const;

t.test('writes a value as one line', async (t) => {
  t.equal(cellText(u64, 18446744073709551615n, 'person'), '18446744073709551615');
  t.equal(cellText(text(9), 'a\nb\x1b', 'person'), 'a\\x0ab\\x1b');
  t.equal(cellText({ kind: 'float', size: 4 }, Math.fround(1.1), 'person'), '1.1');
  t.equal(cellText({ kind: 'float', size: 8 }, 1.1, 'person'), '1.1');
  t.equal(cellText({ kind: 'bytes', size: 0 }, null, 'person'), '');
  t.equal(cellText({ kind: 'bool', size: 1 }, true, 'person'), 'true');
});

t.test('writes arrays and records in one cell', async (t) => {
  t.equal(cellText(array(u32, 2), [1, 2], 'person'), '[1, 2]');
  const shape = array(record({ id: u32, comm: text(4) }), 1);
  t.equal(cellText(shape, [{ id: 1, comm: 'a"\x1b' }], 'person'), '[{id: 1, comm: "a\\"\\\\x1b"}]');
});

t.test('formats for a person alone', async (t) => {
  t.equal(cellText(ns, 1_500n, 'person'), '1.5 µs');
  t.equal(cellText(ns, 1_500n, 'program'), '1500');
  t.equal(cellText(array(ns, 1), [1_500n], 'person'), '[1.5 µs]');
});
