import fc from 'fast-check';
import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { parseReference, referenceText } from '../../../runtime/registry/reference.js';

const digest = `sha256:${'0'.repeat(64)}`;

t.test('references, as Docker reads them', async (t) => {
  const read = (text: string) => referenceText(parseReference(text));
  t.equal(read('localhost:5000/x:tag'), 'localhost:5000/x:tag');
  t.equal(read('oci://ghcr.io/a/b'), 'ghcr.io/a/b:latest');
  t.equal(read(`ghcr.io/a/b@${digest}`), `ghcr.io/a/b@${digest}`);
  t.equal(read(`ghcr.io/a/b:1@${digest}`), `ghcr.io/a/b:1@${digest}`);
  t.equal(read('opens'), 'docker.io/library/opens:latest');
  t.equal(read('owner/opens:1'), 'docker.io/owner/opens:1');
  t.equal(read('index.docker.io/opens'), 'docker.io/library/opens:latest');
  t.equal(read('[::1]:5000/a__b/c--d'), '[::1]:5000/a__b/c--d:latest');
});

t.test('what is none is told', async (t) => {
  for (const text of [
    '',
    'ghcr.io/A',
    'a//b',
    'a:b:c',
    'ghcr.io/a/',
    'a@sha256:0',
    `a@sha512:${'0'.repeat(128)}`,
    '../a',
    'a b',
  ])
    t.throws(() => parseReference(text), { code: 'usage' }, text);
  t.throws(() => parseReference(`ghcr.io/${'a/'.repeat(150)}a`), { code: 'usage', message: /longer/ });
});

t.test('whatever is written, what is read is safe in an address', async () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\w.:@/-]{0,40}$/)), (text) => {
      try {
        const { repository, tag = '' } = parseReference(text);
        return !repository.includes('..') && !/[^a-z0-9._/-]/.test(repository) && !/[^\w.-]/.test(tag);
      } catch (error) {
        return error instanceof TseccError;
      }
    }),
  );
});
