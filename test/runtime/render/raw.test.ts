import t from 'tap';
import { renderHexDump } from '../../../runtime/render/raw.js';

t.test('dumps bytes as hexdump -C does', async (t) => {
  t.equal(
    renderHexDump(Buffer.from('0123456789abcdef\x1b~')),
    `00000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  |0123456789abcdef|
00000010  1b 7e                                             |.~|
`,
  );
  t.equal(renderHexDump(new Uint8Array()), '');
});
