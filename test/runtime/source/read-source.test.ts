import { Readable } from 'node:stream';
import t from 'tap';
import { readSource } from '../../../runtime/source/read-source.js';

t.test('- is standard input, anything else a file', async (t) => {
  const directory = t.testdir({ 'package.json': 'from the file' });
  const context = (): { stdin: Readable; directory: string } => ({
    stdin: Readable.from([Buffer.from('from stdin')]),
    directory,
  });
  t.equal(Buffer.from((await readSource('-', context())).bytes).toString(), 'from stdin');
  t.equal(Buffer.from((await readSource('package.json', context())).bytes).toString(), 'from the file');
});
