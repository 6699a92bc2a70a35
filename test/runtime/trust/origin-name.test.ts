import t from 'tap';
import { originName } from '../../../runtime/trust/origin-name.js';
import { origins } from '../../fixtures/trust.js';

t.test('a package is called as it was named', async (t) => {
  t.same(Object.values(origins).map(originName), [
    'package.json',
    '-',
    'https://example.org/package.json',
    'example.org/probes/opens:1',
  ]);
});
