import { Readable } from 'node:stream';
import t from 'tap';
import { maxPackageSize } from '../../../core/package/limits.js';
import { readStream } from '../../../runtime/source/stream.js';

t.test('a stream is read to its end', async (t) => {
  t.equal(
    Buffer.from(await readStream(Readable.from([Buffer.from('a'), Buffer.from('bc')]), 'x')).toString(),
    'abc',
  );
});

t.test('one that is larger than any package is refused before it fills the memory', async (t) => {
  let given = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        given += 1 << 20;
        yield Buffer.alloc(1 << 20);
      }
    })(),
  );
  await t.rejects(readStream(endless, 'standard input'), {
    code: 'package-invalid',
    message: /read standard input: it is larger/,
  });
  t.ok(given <= maxPackageSize + (32 << 20));
});
