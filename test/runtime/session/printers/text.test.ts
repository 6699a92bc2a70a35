import t from 'tap';
import { textSink } from '../../../../runtime/decode/text-sink.js';
import { textWriters } from '../../../../runtime/session/printers/text.js';
import { pipe } from '../../../fixtures/batches.js';

t.test('lines of text keep their tabs, and nothing that a terminal acts on', async (t) => {
  const sink = textSink();
  const { text, stray } = textWriters({ sink, streams: [], screen: pipe });
  text('dump', 'a\tb\x1b[2J');
  stray('c');
  t.equal(Buffer.from(sink.bytes.subarray(0, sink.at)).toString(), 'a\tb\\x1b[2J\nc\n');
});
