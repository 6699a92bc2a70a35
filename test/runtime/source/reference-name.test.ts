import t from 'tap';
import { isReferenceName } from '../../../runtime/source/reference-name.js';

t.test('a name is a reference or a path by what it is alone', async (t) => {
  for (const name of [
    'ghcr.io/owner/name:1',
    'localhost:5000/x:tag',
    'localhost/x',
    'host:5000/x',
    '127.0.0.1:5000/x',
    '[::1]:5000/x',
    'oci://anything',
    'ghcr.io/x@sha256:00',
  ])
    t.ok(isReferenceName(name), name);
  for (const name of [
    'package.json',
    'tools/package.json',
    'my.tools/package.json',
    'my.tools/bundle.tar',
    './ghcr.io/x',
    '/dev/fd/63',
    'tools/opens',
    'opens:1',
    'ghcr.io',
    '-',
    '',
  ])
    t.notOk(isReferenceName(name), name);
});
