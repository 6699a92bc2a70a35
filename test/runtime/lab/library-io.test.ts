import { PassThrough } from 'node:stream';
import t from 'tap';
import { libraryIo } from '../../../runtime/lab/library-io.js';

t.test('what is not asked for is forgotten, and the process is left alone', async (t) => {
  const stderr = new PassThrough();
  const io = libraryIo({ stderr });
  t.equal(io.stderr, stderr);
  t.not(io.stdout, process.stdout);
  t.not(io.stdin, process.stdin);
  await new Promise<void>((resolve) => io.stdout.write('x', () => resolve()));
  t.equal(io.env, process.env);
  t.equal(io.cwd(), process.cwd());
  t.equal(io.translate?.('a'), 'a');
  t.equal(libraryIo({ translate: () => 'b' }).translate?.('a'), 'b');
});
