import fc from 'fast-check';
import t from 'tap';
import {
  decodeAttributes,
  encodeAttributes,
  numberIn,
  textIn,
} from '../../../runtime/kernel/route-attributes.js';

t.test('numbers, texts and nested attributes come back as they went', async (t) => {
  const bytes = encodeAttributes([
    [1, 'clsact'],
    [
      2,
      [
        [11, 0xfffffff2],
        [7, 'on'],
      ],
    ],
  ]);
  t.equal(bytes.length % 4, 0);
  const found = decodeAttributes(bytes);
  t.equal(textIn(found.get(1)), 'clsact');
  const inner = decodeAttributes(found.get(2) ?? new Uint8Array());
  t.equal(numberIn(inner.get(11)), 0xfffffff2);
  t.equal(textIn(inner.get(7)), 'on');
  t.equal(numberIn(found.get(1)), undefined, 'text is no number');
  t.equal(numberIn(undefined), undefined);
});

t.test('flags are no part of a type', async (t) => {
  const bytes = encodeAttributes([[0x8002, 5]]);
  t.equal(numberIn(decodeAttributes(bytes).get(2)), 5);
});

t.test('whatever bytes come, reading ends and throws nothing', async (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      for (const value of decodeAttributes(bytes).values()) {
        if (value.length > bytes.length) return false;
      }
      return true;
    }),
  );
  t.equal(decodeAttributes(new Uint8Array([0, 0, 1, 0])).size, 0, 'an attribute without a size ends it');
});
