import { deflateSync } from 'node:zlib';
import t from 'tap';
import { inflateObject } from '../../../core/package/inflate-object.js';

const data = Buffer.from('object '.repeat(100));

t.test('a stream of the promised size inflates', async (t) => {
  t.same(inflateObject(deflateSync(data), data.length), data);
});

t.test('a stream that inflates a thousandfold stops at the promised size', async (t) => {
  const bomb = deflateSync(Buffer.alloc(30e6));
  const before = process.memoryUsage().arrayBuffers;
  t.throws(() => inflateObject(bomb, 1000), { code: 'package-invalid', message: /more than the 1000 bytes/ });
  t.ok(process.memoryUsage().arrayBuffers - before < 10e6, 'without taking the memory first');
});

t.test('a damaged checksum is refused', async (t) => {
  const stream = deflateSync(data);
  stream.writeUInt8(stream.readUInt8(stream.length - 1) ^ 1, stream.length - 1);
  t.throws(() => inflateObject(stream, data.length), {
    code: 'package-invalid',
    message: /not a zlib stream/,
  });
});
