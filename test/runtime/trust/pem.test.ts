import fc from 'fast-check';
import t from 'tap';
import { readPem, writePem } from '../../../runtime/trust/pem.js';

t.test('bytes come back as they went in, behind comments and with any line ends', async (t) => {
  const property = fc.property(fc.uint8Array({ minLength: 1, maxLength: 500 }), (bytes) => {
    const text = writePem({ label: 'SOME KEY', bytes });
    return [text, `# a comment\n${text}`, text.replaceAll('\n', '\r\n')].every((each) => {
      const block = readPem(each);
      return block?.label === 'SOME KEY' && Buffer.from(block.bytes).equals(bytes);
    });
  });
  t.doesNotThrow(() => fc.assert(property));
});

t.test('lines have 64 characters', async (t) => {
  const lines = writePem({ label: 'K', bytes: new Uint8Array(100) }).split('\n');
  t.same(
    lines.map(({ length }) => length),
    [17, 64, 64, 8, 15, 0],
  );
});

t.test('what is no block is none', async (t) => {
  for (const text of [
    '',
    'text',
    '-----BEGIN A-----\nAAAA\n-----END B-----',
    '-----BEGIN A-----\n?\n-----END A-----',
  ]) {
    t.equal(readPem(text), undefined, text);
  }
});
