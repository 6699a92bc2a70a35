import { Readable } from 'node:stream';
import t from 'tap';
import { stdinSource } from '../../../runtime/source/stdin.js';

t.test('standard input is named -, and read to its end', async (t) => {
  t.ok(stdinSource.takes('-'));
  t.notOk(stdinSource.takes('--'));
  const stdin = Readable.from([Buffer.from('a'), Buffer.from('b')]);
  const { bytes, origin } = await stdinSource.read('-', { stdin, directory: '/' });
  t.equal(Buffer.from(bytes).toString(), 'ab');
  t.same(origin, { kind: 'stdin' });
});
