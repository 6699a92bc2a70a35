import t from 'tap';
import { parseTraceChunk, type TraceLine } from '../../../runtime/readers/trace-lines.js';
import { renderTraceText } from '../../../runtime/render/trace-text.js';

const line: TraceLine = {
  kind: 'line',
  comm: 'rm',
  pid: 9346,
  cpu: 5,
  flags: 'd..3',
  time: '4710.951696',
  message: 'KPROBE ENTRY pid = 9346, filename = test1',
};

t.test('a line looks as in trace_pipe', async (t) => {
  const text =
    '              rm-9346    [005] d..3  4710.951696: bpf_trace_printk: KPROBE ENTRY pid = 9346, filename = test1\n';
  t.equal(renderTraceText(line), text);
  t.same(parseTraceChunk(text), [line]);
});

t.test('control characters of a command or a message do not reach the terminal', async (t) => {
  const text = renderTraceText({ ...line, comm: 'a\x1b[2J', message: 'x\x07\nsecond\x9b' });
  t.notMatch(text, /[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
  t.match(text, 'a\\x1b[2J-9346');
  t.match(text, 'x\\x07\nsecond\\x9b\n');
});
