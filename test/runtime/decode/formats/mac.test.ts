import t from 'tap';
import { macText } from '../../../../runtime/decode/formats/mac.js';

t.test('writes six bytes', async (t) => {
  t.equal(macText(new Uint8Array([0, 0x52, 0x54, 0, 0x12, 0xab, 0xff]), 1), '52:54:00:12:ab:ff');
});
