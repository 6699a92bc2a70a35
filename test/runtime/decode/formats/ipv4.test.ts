import t from 'tap';
import { ipv4Text } from '../../../../runtime/decode/formats/ipv4.js';

t.test('writes the bytes in the order of the wire', async (t) => {
  t.equal(ipv4Text(new Uint8Array([9, 192, 168, 0, 255]), 1), '192.168.0.255');
});
