import type { EventBatch } from '../../../runtime/readers/types.js';
import t from 'tap';
import type { TraceEvent, TraceLine } from '../../../runtime/readers/trace-lines.js';
import { printEvents, type Printer } from '../../../runtime/session/print-events.js';
import { Tally } from '../../../runtime/session/tally.js';

const line: TraceLine = {
  kind: 'line',
  comm: 'rm',
  pid: 9,
  cpu: 5,
  flags: 'd..3',
  time: '1.000000',
  message: 'hello',
};

function printer(options: Partial<Printer>): Printer & { written: string[]; warnings: string[] } {
  const written: string[] = [];
  const warnings: string[] = [];
  const output = {
    closed: false,
    finish: async () => {},
    write: async (text: string) => void written.push(text),
    [Symbol.dispose]: () => {},
  };
  const warn = (text: string): void => void warnings.push(text);
  return {
    output,
    warn,
    tally: new Tally(),
    json: false,
    maxEvents: undefined,
    written,
    warnings,
    ...options,
  };
}

async function* batches(...all: readonly (readonly TraceEvent[])[]): AsyncGenerator<EventBatch> {
  for (const events of all) yield { kind: 'trace', events };
}

t.test('a batch is one write of rendered lines', async (t) => {
  const text = printer({});
  await printEvents(batches([line, line], [line]), text);
  t.same(
    text.written.map((chunk) => chunk.split('\n').length - 1),
    [2, 1],
  );
  t.match(text.written[0], /rm-9 +\[005\] d..3/);
  const json = printer({ json: true });
  await printEvents(batches([line]), json);
  t.match(JSON.parse(json.written.join('')), { message: 'hello' });
});

t.test('it ends after the wanted number of lines, within a batch too', async (t) => {
  const three = printer({ maxEvents: 3 });
  await printEvents(batches([line, line], [line, line], [line]), three);
  t.equal(three.written.join('').split('\n').length - 1, 3);
  t.equal(three.tally.events, 3);
});

t.test('losses are told on the side and counted', async (t) => {
  const told = printer({});
  await printEvents(
    batches([{ kind: 'lost', cpu: 1, count: 5 }, line, { kind: 'lost', cpu: 0, count: undefined }]),
    told,
  );
  t.same(told.warnings, ['lost 5 events on CPU 1', 'lost some events on CPU 0']);
  t.equal(told.tally.summary().lost, 6);
});

t.test('text that is no event is kept, but not among JSON', async (t) => {
  const text = printer({});
  await printEvents(batches([{ kind: 'text', text: 'odd\x1b' }]), text);
  t.same(text.written, ['odd\\x1b\n']);
  const json = printer({ json: true });
  await printEvents(batches([{ kind: 'text', text: 'odd\x1b' }]), json);
  t.same([json.written.join(''), json.warnings], ['', ['odd\\x1b']]);
});

t.test('it ends when nobody reads any more', async (t) => {
  const closed = printer({});
  const output = { ...closed.output, closed: true };
  await printEvents(batches([line], [line]), { ...closed, output });
  t.equal(closed.written.length, 1);
});
