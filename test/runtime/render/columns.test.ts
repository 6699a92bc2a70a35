import t from 'tap';
import { columnsOf } from '../../../runtime/decode/columns.js';
import type { Value } from '../../../runtime/decode/types.js';
import {
  fitWidths,
  growWidths,
  renderHeader,
  renderRow,
  tableCells,
  tableColumns,
} from '../../../runtime/render/columns.js';
import { array, bool, names, pointer, text, typeOf, u32, u64 } from '../../fixtures/shapes.js';

const type = typeOf({
  pid: u32,
  comm: text(16),
  took: { kind: 'formatted', size: 8, format: 'ns', inner: u64, processId: undefined },
  file: text(64),
});
const columns = columnsOf(type);
const table = tableColumns(columns);
const usual = table.map(({ width }) => width);
const row = (event: Value) => tableCells(columns, '12:34:56', event);
const event = { pid: 7, comm: 'sh', took: 1500n, file: '/etc/passwd' };

t.test('a table begins with the time, in capitals, numbers to the right', async (t) => {
  t.equal(renderHeader(table, usual), 'TIME         PID COMM                 TOOK FILE\n');
  t.equal(renderRow(table, usual, row(event)), '12:34:56       7 sh                 1.5 µs /etc/passwd\n');
});

t.test('columns grow with what they hold, and never shrink', async (t) => {
  const long = row({ ...event, pid: 4294967295, comm: 'a name of 21 letters!' });
  const grown = growWidths(usual, [row(event), long]);
  t.same(grown, [8, 10, 21, 8, 16]);
  t.same(growWidths(grown, [row(event)]), grown);
  t.match(renderRow(table, grown, row(event)), /^12:34:56 {10}7 sh {20} {2}1\.5 µs \/etc/);
});

t.test('wide characters take two cells', async (t) => {
  t.equal(
    renderRow(table, usual, row({ ...event, comm: '中文' })),
    '12:34:56       7 中文               1.5 µs /etc/passwd\n',
  );
  t.same(growWidths([8, 1, 1, 1, 1], [row({ ...event, comm: '中文' })])[2], 4);
});

t.test('text is cut on a narrow terminal, numbers are not', async (t) => {
  const wide = growWidths(usual, [row({ ...event, file: 'x'.repeat(64) })]);
  const fitted = fitWidths(table, wide, 60);
  t.equal(
    fitted.reduce((sum, width) => sum + width + 1, -1),
    60,
  );
  t.equal(fitted[1], usual[1]);
  const text = renderRow(table, fitted, row({ ...event, file: 'x'.repeat(64) }), true);
  t.equal(text.trimEnd().length, 60);
  t.match(text, /xx…\n$/);
  t.same(fitWidths(table, wide, 5), [8, 7, 8, 8, 8], 'no narrower than this');
  t.same(fitWidths(table, wide, 500), wide);
});

t.test('a row that is not cut pushes what follows', async (t) => {
  t.match(renderRow(table, usual, row({ ...event, comm: 'y'.repeat(20) })), /y{20} {3}1\.5 µs/);
});

t.test('control characters of names and values are made visible', async (t) => {
  const hostile = columnsOf(typeOf({ '\x1b[2J': text(4) }));
  t.equal(tableColumns(hostile)[1]?.title, '\\x1b[2J');
  t.equal(tableCells(hostile, 't', { '\x1b[2J': '\x07' })[1], '\\x07');
});

t.test('columns have the width of what they usually hold', async (t) => {
  const state = { kind: 'enum', size: 4, signed: false, names: names({ RUNNING: 1 }) } as const;
  const bits = {
    kind: 'bits',
    size: 1,
    bitOffset: 0,
    bitSize: 2,
    signed: false,
    bool: false,
    names: undefined,
  } as const;
  const address = { kind: 'formatted', size: 4, format: 'ipv4', inner: u32, processId: undefined } as const;
  const all = tableColumns(
    columnsOf(typeOf({ s: state, p: pointer, b: bool, l: array(u32, 2), n: bits, a: address })),
  );
  t.same(
    all.map(({ width, align }) => `${width} ${align}`),
    ['8 left', '7 left', '18 left', '1 left', '1 left', '1 right', '15 left'],
  );
});
