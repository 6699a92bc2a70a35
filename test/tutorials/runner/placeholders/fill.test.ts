import t from 'tap';
import { fillMatcher, fillText } from '../../../../tutorials/runner/placeholders/fill.js';

t.test('placeholders are filled, and what has no value stays', async (t) => {
  t.equal(fillText('rm {{nonce}} {{other}} {{nonce}}', { nonce: 'abc' }), 'rm abc {{other}} abc');
  t.equal(fillText('{{constructor}}', {}), '{{constructor}}');
});

t.test('in patterns they are filled at any depth, and in regular expressions mean themselves', async (t) => {
  const matcher = { data: { file: '{{dir}}', more: [{ matches: '^{{dir}}$' }, 7] }, not: { matches: 'a' } };
  const filled = fillMatcher(matcher, { dir: '/tmp/a.b' });
  t.same(filled, {
    data: { file: '/tmp/a.b', more: [{ matches: '^\\/tmp\\/a\\.b$' }, 7] },
    not: { matches: 'a' },
  });
});
