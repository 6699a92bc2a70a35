import { homedir } from 'node:os';
import t from 'tap';
import { cacheDirectory } from '../../../compiler/toolchain/cache-directory.js';

t.test('the cache follows the XDG base directories', async (t) => {
  t.equal(cacheDirectory({ XDG_CACHE_HOME: '/var/c', HOME: '/home/a' }), '/var/c/tsecc');
  t.equal(cacheDirectory({ XDG_CACHE_HOME: 'relative', HOME: '/home/a' }), '/home/a/.cache/tsecc');
  t.equal(cacheDirectory({ XDG_CACHE_HOME: '', HOME: '/home/a' }), '/home/a/.cache/tsecc');
  t.equal(cacheDirectory({}), `${homedir()}/.cache/tsecc`);
});
