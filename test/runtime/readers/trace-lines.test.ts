import fc from 'fast-check';
import t from 'tap';
import { parseTraceChunk, type TraceLine } from '../../../runtime/readers/trace-lines.js';

const line: TraceLine = {
  kind: 'line',
  comm: 'rm',
  pid: 9346,
  cpu: 5,
  flags: 'd..3',
  time: '4710.951696',
  message: 'KPROBE ENTRY pid = 9346, filename = test1',
};
const text =
  '              rm-9346    [005] d..3  4710.951696: bpf_trace_printk: KPROBE ENTRY pid = 9346, filename = test1\n';

t.test('a line is taken apart as the kernel wrote it', async (t) => {
  t.same(parseTraceChunk(text), [line]);
});

t.test('the empty line that a format ending in a line feed leaves is dropped', async (t) => {
  t.same(parseTraceChunk(`${text}\n${text}\n`), [line, line]);
});

t.test('lines without a header belong to the message before', async (t) => {
  const [event] = parseTraceChunk(`${text}second\n\nfourth\n\n`);
  t.match(event, { message: `${line.message}\nsecond\n\nfourth` });
});

t.test('lost events are counted, whether the kernel says how many or not', async (t) => {
  t.same(parseTraceChunk(`CPU:1 [LOST 42 EVENTS]\n${text}CPU:0 [LOST EVENTS]\n`), [
    { kind: 'lost', cpu: 1, count: 42 },
    line,
    { kind: 'lost', cpu: 0, count: undefined },
  ]);
});

t.test('command names with blanks, dashes, brackets and nothing in them', async (t) => {
  for (const comm of ['a b', 'kworker/0:1-eve', 'x-12 [000]', '(sd-pam)', '<...>', '<idle>', '12345-6', '']) {
    const rendered = `${comm.padStart(16)}-7       [000] ...21  2360.267997: bpf_trace_printk: x-1 [001]\n`;
    t.match(
      parseTraceChunk(rendered),
      [{ comm, pid: 7, cpu: 0, flags: '...21', message: 'x-1 [001]' }],
      comm,
    );
  }
});

t.test('large numbers and empty messages', async (t) => {
  const rendered = '        migrate9-4194304 [1023] d..31 1234567.000001: bpf_trace_printk: \n';
  t.match(parseTraceChunk(rendered), [
    { comm: 'migrate9', pid: 4194304, cpu: 1023, time: '1234567.000001', message: '' },
  ]);
});

t.test('text that is no line is kept', async (t) => {
  t.same(parseTraceChunk('some other text\n'), [{ kind: 'text', text: 'some other text' }]);
  t.same(parseTraceChunk(''), []);
});

t.test('any message comes back as it was', async (t) => {
  const message = fc.string({ unit: 'binary' }).filter((value) => !/\r|\n/.test(value));
  fc.assert(
    fc.property(message, fc.nat(), (value, pid) => {
      const rendered = `              rm-${String(pid).padEnd(7)} [005] d..3  4710.951696: bpf_trace_printk: ${value}\n`;
      t.same(parseTraceChunk(rendered), [{ ...line, pid, message: value }]);
    }),
  );
});

t.test('any bytes are taken without a failure', async (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (chunk) => void parseTraceChunk(chunk)),
  );
  t.ok(parseTraceChunk(`${' '.repeat(65_000)}-\n${'-1 [0] '.repeat(9_000)}\n`).length > 0);
});
