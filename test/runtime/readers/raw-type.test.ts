import t from 'tap';
import { decoderFor } from '../../../runtime/decode/decoder.js';
import { sourceOf } from '../../../runtime/decode/source.js';
import { rawType } from '../../../runtime/readers/raw-type.js';

t.test('bytes of which nothing is known are shown in hex, as many as there are', async (t) => {
  const source = sourceOf(Uint8Array.of(0, 0xde, 0xad, 1));
  t.equal(decoderFor(rawType(true, 2))(source, 0, 4), '00de');
  t.match(rawType(false, 2), { name: 'bytes', littleEndian: false });
});
