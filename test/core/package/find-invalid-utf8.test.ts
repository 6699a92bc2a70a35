import * as fc from 'fast-check';
import t from 'tap';
import { findInvalidUtf8 } from '../../../core/package/find-invalid-utf8.js';

const invalid = Uint8Array.of(0xc3, 0x28);

t.test('well-formed text has no invalid byte', async (t) => {
  t.equal(findInvalidUtf8(new TextEncoder().encode('é 中 \u{1f600} \ufffd')), undefined);
});

t.test('the offset counts bytes, behind replacement characters that were written as such too', async (t) => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(3), (text, marks) => {
        const before = Buffer.from(text + '\ufffd'.repeat(marks));
        return findInvalidUtf8(Buffer.concat([before, invalid])) === before.length;
      }),
    ),
  );
});
