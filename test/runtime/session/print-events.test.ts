import t from 'tap';
import type { TraceEvent, TraceLine } from '../../../runtime/readers/trace-lines.js';
import type { EventBatch } from '../../../runtime/readers/types.js';
import { paintWith } from '../../../runtime/render/colour.js';
import { printEvents } from '../../../runtime/session/print-events.js';
import { viewStreams } from '../../../runtime/session/record-view.js';
import { Tally } from '../../../runtime/session/tally.js';
import { batchOf, person, pipe, printed, quarterToThree, streamOf } from '../../fixtures/batches.js';

const line: TraceLine = {
  kind: 'line',
  comm: 'rm',
  pid: 9,
  cpu: 5,
  flags: 'd..3',
  time: '1.000000',
  message: 'hello',
};
const trace = (...events: readonly TraceEvent[]): EventBatch => ({ kind: 'trace', events });
const events = streamOf('events');
const histograms: EventBatch = {
  kind: 'histograms',
  name: 'hists',
  scale: 'log2',
  unit: 'usecs',
  entries: [1n, 2n, 3n].map((count) => ({ label: `pid = ${count}`, slots: [count] })),
  time: quarterToThree,
};

t.test('a batch is one write', async (t) => {
  const { writes } = await printed([], [trace(line, line), trace(line)]);
  t.same(
    writes.map((chunk) => chunk.split('\n').length - 1),
    [2, 1],
  );
  t.match(writes[0], /rm-9 +\[005\] d..3/);
  const json = await printed([], [trace(line)], { form: 'json' });
  t.match(JSON.parse(json.text), { message: 'hello' });
});

t.test('each form prints every kind of batch', async (t) => {
  const all: readonly EventBatch[] = [
    trace(line),
    batchOf(events, [person(7, 'sshd')]),
    histograms,
    {
      kind: 'stacks',
      name: 'samples',
      stacks: [{ comm: 'main', pid: 1, cpu: 0, kernel: [], user: [{ address: 1n, symbol: 'work' }] }],
      time: quarterToThree,
    },
    { kind: 'text', name: 'dump', text: 'one\ttwo\nthree' },
  ];
  for (const form of ['columns', 'json', 'csv', 'raw'] as const) {
    const { text, tally, warnings } = await printed([events], all, { form });
    for (const word of ['hello', form === 'raw' ? '73736864' : 'sshd', 'usecs', 'work', 'two', 'three']) {
      t.ok(text.includes(word), `${form}: ${word}`);
    }
    t.equal(tally.events, 1 + 1 + 3 + 1 + 2, form);
    t.same(warnings, []);
  }
});

t.test('it ends after the wanted number of events, within a batch of any kind too', async (t) => {
  const three = await printed([], [trace(line, line), trace(line, line), trace(line)], { maxEvents: 3 });
  t.equal(three.text.split('\n').length - 1, 3);
  t.equal(three.tally.events, 3);
  const records = batchOf(events, [person(1, 'a'), person(2, 'b'), person(3, 'c')]);
  const some = await printed([events], [records, records], { maxEvents: 4, form: 'json' });
  t.equal(some.text.trimEnd().split('\n').length, 4);
  t.equal((await printed([], [histograms], { maxEvents: 2, form: 'json' })).text.split('\n').length - 1, 2);
  const text: EventBatch = { kind: 'text', name: 'dump', text: 'a\nb\nc\n' };
  t.equal((await printed([], [text], { maxEvents: 2 })).text, 'a\nb\n');
});

t.test('losses are told on the side and counted', async (t) => {
  const { warnings, tally } = await printed(
    [events],
    [
      trace({ kind: 'lost', cpu: 1, count: 5 }, line, { kind: 'lost', cpu: 0, count: undefined }),
      { kind: 'lost', name: 'events', count: 3, cpu: 2 },
      { kind: 'lost', name: 'ev\x1b', count: undefined },
    ],
  );
  t.same(warnings, [
    'lost some lines of bpf_printk',
    "lost 3 events of 'events' on CPU 2",
    "lost some events of 'ev\\x1b'",
  ]);
  t.equal(tally.summary().lost, 10);
});

t.test('as JSON a loss stands among the events, after those of its batch', async (t) => {
  const { text } = await printed(
    [events],
    [batchOf(events, [person(1, 'a')]), { kind: 'lost', name: 'events', count: 3, cpu: 2 }],
    { form: 'json' },
  );
  const [event, loss] = text
    .trimEnd()
    .split('\n')
    .map((json) => JSON.parse(json) as unknown);
  t.match(event, { pid: 1 });
  t.same(loss, { lost: { source: 'events', cpu: 2, count: 3 } });
});

t.test('where the end is to be known, all is taken in, and what is not printed is counted', async (t) => {
  const end = { ended: 0 };
  const output = {
    closed: false,
    finish: async () => {},
    write: async () => void (output.closed = true),
    [Symbol.dispose]: () => {},
  };
  async function* batches(): AsyncGenerator<EventBatch> {
    yield trace(line, line);
    yield trace(line);
    yield { kind: 'lost', name: 'events', count: 7 };
  }
  const tally = new Tally();
  const rest = { tally, warn: () => {}, form: 'json', screen: pipe, views: [], top: undefined } as const;
  await printEvents(batches(), { output, ...rest, maxEvents: undefined, end: () => void end.ended++ });
  t.match(tally.summary(), { events: 3, leftOut: 3, lost: 7 });
  t.ok(end.ended > 0);

  const counted = new Tally();
  const open = { ...output, closed: false, write: async () => {} };
  await printEvents(batches(), { output: open, ...rest, tally: counted, maxEvents: 1, end: () => {} });
  t.match(counted.summary(), { events: 1, leftOut: 0, lost: 7 });
});

t.test('what was lost just before a pause is told in the pause', async (t) => {
  const warnings: string[] = [];
  let told: () => void = () => {};
  const second = new Promise<void>((resolve) => (told = resolve));
  async function* batches(): AsyncGenerator<EventBatch> {
    yield { kind: 'lost', name: 'events', count: 1 };
    yield { kind: 'lost', name: 'events', count: 2 };
    // Ends only when the second was told.
    await second;
  }
  const output = { closed: false, finish: async () => {}, write: async () => {}, [Symbol.dispose]: () => {} };
  const warn = (text: unknown): void => {
    if (warnings.push(String(text)) === 2) told();
  };
  const rest = { tally: new Tally(), form: 'json', screen: pipe, views: [], top: undefined } as const;
  await printEvents(batches(), { output, warn, ...rest, maxEvents: undefined });
  t.same(warnings, ["lost 1 events of 'events'", "lost 2 events of 'events'"]);
});

t.test('text of the trace that is no event is kept, but not among data', async (t) => {
  const odd = trace({ kind: 'text', text: 'odd\x1b' });
  t.same((await printed([], [odd])).text, 'odd\\x1b\n');
  for (const form of ['json', 'csv'] as const) {
    const { text, warnings } = await printed([], [odd], { form });
    t.same([text, warnings], ['', ['odd\\x1b']], form);
  }
});

t.test('it ends when nobody reads any more', async (t) => {
  let writes = 0;
  const output = {
    closed: true,
    finish: async () => {},
    write: async (bytes: Uint8Array) => void (writes += bytes.length > 0 ? 1 : 0),
    [Symbol.dispose]: () => {},
  };
  async function* batches(): AsyncGenerator<EventBatch> {
    yield trace(line);
    yield trace(line);
  }
  const rest = { tally: new Tally(), warn: () => {}, form: 'json', screen: pipe, views: [] } as const;
  await printEvents(batches(), { output, ...rest, top: undefined, maxEvents: undefined });
  t.equal(writes, 1);
});

t.test('what was to be ordered is printed also when the source fails', async (t) => {
  const writes: string[] = [];
  const output = {
    closed: false,
    finish: async () => {},
    write: async (bytes: Uint8Array) => void writes.push(Buffer.from(bytes).toString()),
    [Symbol.dispose]: () => {},
  };
  async function* batches(): AsyncGenerator<EventBatch> {
    yield batchOf(events, [person(1, 'a')]);
    throw new Error('the source failed');
  }
  const selection = { fields: undefined, filter: undefined, sort: 'pid', top: undefined };
  const { views } = viewStreams([events], selection);
  const rest = { tally: new Tally(), warn: () => {}, form: 'json', screen: pipe, views } as const;
  await t.rejects(printEvents(batches(), { output, ...rest, top: undefined, maxEvents: undefined }), {
    message: 'the source failed',
  });
  t.match(writes.join(''), '"pid":1');
});

t.test('a warning on the terminal ends what would be written over', async (t) => {
  const screen = { columns: 80, rows: 40, paint: paintWith(false) };
  const lost: EventBatch = { kind: 'lost', name: 'events', count: 1 };
  const { text } = await printed([], [histograms, lost, histograms, histograms], { screen });
  t.equal(text.split('\x1b[J').length - 1, 1);
});
