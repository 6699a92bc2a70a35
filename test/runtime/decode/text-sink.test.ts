import t from 'tap';
import {
  reserve,
  takeText,
  textSink,
  writeAscii,
  writeBytes,
  writeUtf8,
} from '../../../runtime/decode/text-sink.js';

t.test('grows as it is written', async (t) => {
  const sink = textSink(2);
  writeAscii(sink, 'abc');
  writeUtf8(sink, 'ä中🐝');
  writeBytes(sink, new Uint8Array([0x21]));
  t.equal(Buffer.from(takeText(sink)).toString(), 'abcä中🐝!');
  t.equal(sink.at, 0);
});

t.test('what was taken is not written over', async (t) => {
  const sink = textSink(8);
  writeAscii(sink, 'first');
  const first = takeText(sink);
  writeAscii(sink, 'other');
  t.equal(Buffer.from(first).toString(), 'first');
});

t.test('reserves room without writing', async (t) => {
  const sink = textSink(1);
  reserve(sink, 1000);
  t.ok(sink.bytes.length >= 1000);
  t.equal(sink.at, 0);
});
