import t from 'tap';
import { sourceOf } from '../../../../runtime/decode/source.js';
import { textSink } from '../../../../runtime/decode/text-sink.js';
import { readWire } from '../../../../runtime/library/wire.js';
import { eventsPrinter } from '../../../../runtime/session/printers/events.js';
import { peopleType, person, pipe, streamOf } from '../../../fixtures/batches.js';

t.test('each event is a line that the library reads again, after what the run stands on', async (t) => {
  const sink = textSink();
  const stream = streamOf('people');
  const attached = { programs: [{ program: 'p', section: 'xdp', note: undefined }], notes: [] };
  const printer = eventsPrinter({ sink, streams: [{ stream, type: peopleType }], screen: pipe, attached });
  printer.begin();
  printer.recordWriter({ stream, type: peopleType })(sourceOf(person(7, 'sh')), 0, 12, 5);
  printer.line({ kind: 'line', comm: 'rm', pid: 1, cpu: 0, flags: '...1', time: '1.5', message: 'hi' });
  printer.text('tasks', 'one');
  const entries = [{ label: '', slots: [1n] }];
  printer.histograms({ kind: 'histograms', name: 'h', scale: 'log2', unit: 'us', time: 6, entries });
  printer.stack(
    's',
    { comm: 'sh', pid: 3, cpu: 1, kernel: [{ address: 1n, symbol: undefined }], user: [] },
    7,
  );
  printer.stray?.('what');
  printer.lost?.({ source: 'people', count: 3, cpu: 1 });
  printer.lost?.({ source: 'people', count: null });
  const lines = Buffer.from(sink.bytes.subarray(0, sink.at)).toString().trimEnd().split('\n');
  t.same(lines.map(readWire), [
    { kind: 'attached', attached: { programs: [{ program: 'p', section: 'xdp' }], notes: [] } },
    { kind: 'record', stream: 'people', type: peopleType.name, time: 5, data: { pid: 7, comm: 'sh' } },
    { kind: 'trace', comm: 'rm', pid: 1, cpu: 0, flags: '...1', seconds: 1.5, message: 'hi' },
    { kind: 'text', stream: 'tasks', text: 'one' },
    { kind: 'histogram', stream: 'h', key: '', scale: 'log2', unit: 'us', slots: [1n], time: 6 },
    { kind: 'stack', stream: 's', comm: 'sh', pid: 3, cpu: 1, kernel: [{ address: 1n }], user: [], time: 7 },
    { kind: 'text', stream: 'bpf_printk', text: 'what' },
    { kind: 'lost', stream: 'people', count: 3, cpu: 1 },
    { kind: 'lost', stream: 'people' },
  ]);
});
