import t from 'tap';
import { rawShape } from '../../../core/record/raw-shape.js';
import { decoderFor } from '../../../runtime/decode/decoder.js';
import { eventType } from '../../../runtime/decode/event-type.js';
import { sourceOf } from '../../../runtime/decode/source.js';

t.test('bytes of which nothing is known are shown in hex, all of them or as many as there are', async (t) => {
  const source = sourceOf(Uint8Array.of(0, 0xde, 0xad, 1));
  const decoder = (size?: number) => decoderFor(eventType('bytes', true, rawShape(size).shape));
  t.equal(decoder()(source, 0, 4), '00dead01');
  t.equal(decoder()(source, 1, 2), 'dead');
  t.equal(decoder(2)(source, 0, 4), '00de');
  t.equal(rawShape().name, 'bytes');
});
