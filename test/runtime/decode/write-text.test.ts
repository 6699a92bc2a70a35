import * as fc from 'fast-check';
import t from 'tap';
import { decodeText, textEnd } from '../../../runtime/decode/decode-text.js';
import { quoteJson } from '../../../runtime/decode/quote-json.js';
import { sourceOf } from '../../../runtime/decode/source.js';
import { takeText, textSink } from '../../../runtime/decode/text-sink.js';
import { writeText } from '../../../runtime/decode/write-text.js';

function written(bytes: Uint8Array): string {
  const sink = textSink(1);
  writeText(sink, sourceOf(bytes), 0, bytes.length);
  return Buffer.from(takeText(sink)).toString();
}

t.test('copies plain text up to its NUL, and escapes the rest', async (t) => {
  t.equal(written(Buffer.from('/bin/sh\0junk')), '"/bin/sh"');
  t.equal(written(Buffer.from('')), '""');
  t.equal(written(Buffer.from('a"b\\c\x1b\x7f')), '"a\\"b\\\\c\\u001b\\u007f"');
  t.equal(written(Buffer.from('中\xff', 'latin1')), '"-\\\\xff"');
  t.equal(written(Buffer.from('中文')), '"中文"');
});

t.test('is always JSON of the decoded text', async (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 32 }), (bytes) => {
      const text = decodeText(Buffer.from(bytes), 0, textEnd(bytes, 0, bytes.length));
      return JSON.parse(written(bytes)) === text;
    }),
  );
  t.pass();
});

t.test('every byte is seen wherever it stands among eight', async (t) => {
  for (let byte = 0; byte < 256; byte++) {
    for (let place = 0; place < 19; place++) {
      const bytes = Buffer.from('a text of 19 bytes.');
      bytes[place] = byte;
      const text = decodeText(bytes, 0, textEnd(bytes, 0, bytes.length));
      if (written(bytes) !== quoteJson(text)) t.fail(`byte ${byte} at ${place}: ${written(bytes)}`);
    }
  }
  t.pass();
});
