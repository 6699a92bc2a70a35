import t from 'tap';
import { textIn, decodeAttributes } from '../../../runtime/kernel/route-attributes.js';
import { decodeTcMessage, encodeTcMessage } from '../../../runtime/kernel/tc-message.js';

t.test('a message comes back as it went, its attributes behind it', async (t) => {
  const message = { ifindex: 2, handle: 0xffff0000, parent: 0xfffffff1, info: 0xc0000300 };
  const bytes = encodeTcMessage(message, [[1, 'clsact']]);
  t.same([...bytes.subarray(0, 8)], [0, 0, 0, 0, 2, 0, 0, 0]);
  const decoded = decodeTcMessage(bytes);
  t.same(decoded?.message, message);
  t.equal(textIn(decodeAttributes(decoded?.rest ?? new Uint8Array()).get(1)), 'clsact');
});

t.test('what is too short is none', async (t) => {
  t.equal(decodeTcMessage(new Uint8Array(19)), undefined);
});
