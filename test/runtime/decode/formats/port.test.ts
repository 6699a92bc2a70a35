import t from 'tap';
import { readPort } from '../../../../runtime/decode/formats/port.js';
import { sourceOf } from '../../../../runtime/decode/source.js';
import { u16, u32 } from '../../../fixtures/shapes.js';

t.test('reads network order, in four bytes from the lower half', async (t) => {
  const read = (inner: typeof u16, littleEndian: boolean, ...bytes: number[]) =>
    readPort(
      { kind: 'formatted', size: inner.size, format: 'port_be', inner, processId: undefined },
      () => null,
      { littleEndian, symbols: undefined },
    )(sourceOf(new Uint8Array(bytes)), 0);
  t.equal(read(u16, true, 0x1f, 0x90), 8080);
  t.equal(read(u16, false, 0x1f, 0x90), 8080);
  t.equal(read(u32, true, 0x1f, 0x90, 0, 0), 8080);
  t.equal(read(u32, false, 0, 0, 0x1f, 0x90), 8080);
});
