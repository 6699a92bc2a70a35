import t from 'tap';
import type { EventBatch } from '../../../../runtime/readers/types.js';
import { paintWith } from '../../../../runtime/render/colour.js';
import { batchOf, person, pipe, printed, streamOf } from '../../../fixtures/batches.js';
import { text, typeOf, u32 } from '../../../fixtures/shapes.js';

const events = streamOf('events');
const files = streamOf('files', typeOf({ file: text(40) }));
const file = (name: string): Uint8Array => Buffer.concat([Buffer.from(name)], 40);
const line: EventBatch = {
  kind: 'trace',
  events: [{ kind: 'line', comm: 'rm', pid: 9, cpu: 5, flags: 'd..3', time: '1.000000', message: 'hello' }],
};

t.test('rows stand below one header, the time first', async (t) => {
  const { text } = await printed([events], [batchOf(events, [person(1, 'ä'), person(70000, 'sshd')])]);
  t.equal(
    text,
    `TIME         PID COMM
14:45:30       1 \\xe4
14:45:30   70000 sshd
`,
  );
});

t.test('the header comes again after other output', async (t) => {
  const one = batchOf(events, [person(1, 'a')]);
  const { text } = await printed([events], [one, one, line, one]);
  t.equal(text.match(/^TIME/gm)?.length, 2);
  t.match(text, /TIME[^T]*\n[^T]*\n +rm-9[^\n]*\nTIME/);
});

t.test('of several streams each has its header, with its name', async (t) => {
  const people = batchOf(events, [person(1, 'a')]);
  const { text } = await printed([events, files], [people, batchOf(files, [file('/etc')]), people, people]);
  t.equal(
    text,
    `events
TIME         PID COMM
14:45:30       1 a
files
TIME     FILE
14:45:30 /etc
events
TIME         PID COMM
14:45:30       1 a
14:45:30       1 a
`,
  );
});

t.test('widths grow and stay', async (t) => {
  const wide = streamOf('wide', typeOf({ file: text(40), pid: u32 }));
  const row = (name: string): Uint8Array => Buffer.concat([file(name), Buffer.from([7, 0, 0, 0])]);
  const batches = [
    batchOf(wide, [row('a')]),
    batchOf(wide, [row('b'.repeat(20))]),
    batchOf(wide, [row('c')]),
  ];
  const lines = (await printed([wide], batches)).text.split('\n');
  t.same(
    lines.map((each) => each.length),
    [33, 33, 37, 37, 0],
  );
});

t.test('a terminal is not exceeded, wide characters counted', async (t) => {
  const screen = { ...pipe, columns: 30 };
  const { text } = await printed([files], [batchOf(files, [file('文件'.repeat(6))])], { screen });
  t.equal(text.split('\n')[1], '14:45:30 文件文件文件文件文件…');
});

t.test('control characters are made visible, colour is for headers', async (t) => {
  const screen = { ...pipe, paint: paintWith(true) };
  const { text } = await printed([events], [batchOf(events, [person(1, '\x1b[2J')])], { screen });
  t.equal(text, '\x1b[1mTIME         PID COMM\x1b[22m\n14:45:30       1 \\x1b[2J\n');
});

t.test('a histogram on a terminal is written over by the next, unless something came between', async (t) => {
  const screen = { columns: 80, rows: 24, paint: paintWith(false) };
  const histogram = (count: bigint): EventBatch => ({
    ...{ kind: 'histograms', name: 'h', scale: 'log2', unit: 'us', time: 0 },
    entries: [{ label: '', slots: [count] }],
  });
  const clears = async (...batches: readonly EventBatch[]) =>
    (await printed([events], batches, { screen })).text.match(/\x1b\[4A\x1b\[J/g)?.length ?? 0;
  t.equal(await clears(histogram(1n), histogram(2n), histogram(3n)), 2);
  t.equal(await clears(histogram(1n), line, histogram(2n)), 0);
  t.equal(await clears(histogram(1n), batchOf(events, [person(1, 'a')]), histogram(2n)), 0);
});
