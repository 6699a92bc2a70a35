import * as fc from 'fast-check';
import { isIPv6 } from 'node:net';
import t from 'tap';
import { ipv6Text } from '../../../../runtime/decode/formats/ipv6.js';

const write = (groups: readonly number[]): string => {
  const view = new DataView(new ArrayBuffer(17));
  groups.forEach((group, index) => view.setUint16(1 + index * 2, group));
  return ipv6Text(view, 1);
};

t.test('writes addresses as RFC 5952 does', async (t) => {
  const table: readonly (readonly [readonly number[], string])[] = [
    [[0, 0, 0, 0, 0, 0, 0, 0], '::'],
    [[0, 0, 0, 0, 0, 0, 0, 1], '::1'],
    [[0x2001, 0xdb8, 0, 0, 0, 0, 0, 1], '2001:db8::1'],
    [[0x2001, 0xdb8, 0, 1, 1, 1, 1, 1], '2001:db8:0:1:1:1:1:1'],
    [[0x2001, 0, 0, 1, 0, 0, 0, 1], '2001:0:0:1::1'],
    [[0x2001, 0xdb8, 0, 0, 1, 0, 0, 1], '2001:db8::1:0:0:1'],
    [[0xfe80, 0, 0, 0, 0, 0, 0, 0], 'fe80::'],
    [[0, 0, 0, 0, 0, 0xffff, 0x0a00, 1], '::ffff:10.0.0.1'],
  ];
  for (const [groups, text] of table) t.equal(write(groups), text);
});

t.test('writes any address so that it reads back', async (t) => {
  const group = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff }));
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
      const text = write(groups);
      const host = new URL(`http://[${text}]/`).hostname.slice(1, -1);
      return isIPv6(text) && (text.startsWith('::ffff:') || host === text);
    }),
  );
  t.pass();
});
