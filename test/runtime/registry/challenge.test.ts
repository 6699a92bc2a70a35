import fc from 'fast-check';
import t from 'tap';
import { parseChallenge } from '../../../runtime/registry/challenge.js';

t.test('how a registry wants to be asked', async (t) => {
  t.same(parseChallenge('Bearer realm="https://auth.h/token",service="h",scope="repository:a/b:pull,push"'), {
    scheme: 'bearer',
    realm: 'https://auth.h/token',
    service: 'h',
    scope: 'repository:a/b:pull,push',
  });
  t.match(parseChallenge('Basic realm="a \\"b\\""'), { scheme: 'basic', realm: 'a "b"' });
  t.match(parseChallenge('basic'), { scheme: 'basic' });
  t.match(parseChallenge('Negotiate, Basic realm=x'), { scheme: 'basic', realm: 'x' });
  t.match(parseChallenge('Bearer error="x", Basic realm="y"'), { scheme: 'basic', realm: 'y' });
  for (const none of [undefined, '', 'Digest realm="x"', 'Bearer service="x"'])
    t.equal(parseChallenge(none), undefined);
});

t.test('nothing makes it throw', async () => {
  fc.assert(fc.property(fc.string(), (text) => parseChallenge(`Bearer ${text}`) !== null));
});
