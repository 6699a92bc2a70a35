import t from 'tap';
import { ElfError } from '../../../core/elf/elf-error.js';
import { readLibraryCache } from '../../../core/elf/read-library-cache.js';
import { libraryCache } from '../../fixtures/binaries/library-cache.js';
import { mutate } from '../../fixtures/mutate.js';

const libraries = [
  { name: 'libknown.so.1', path: '/opt/versions.so' },
  { name: 'libc.so.6', path: '/lib/libc.so.6' },
];

t.test('the libraries of a cache are read in their order', async (t) => {
  t.strictSame(readLibraryCache(libraryCache(libraries)), libraries);
});

t.test('a table of older linkers may stand before it', async (t) => {
  const old = Buffer.from('ld.so-1.7.0\0 and its entries');
  t.strictSame(readLibraryCache(Buffer.concat([old, libraryCache(libraries)])), libraries);
  t.strictSame(readLibraryCache(old), [], 'alone it says nothing');
  t.strictSame(readLibraryCache(new Uint8Array()), []);
});

t.test('a damaged cache gives libraries or an ElfError, and nothing else', async (t) => {
  const seed = Uint8Array.from(libraryCache(libraries));
  let refused = 0;
  for (let round = 0; round < 500; round++) {
    try {
      readLibraryCache(mutate(seed, round));
    } catch (error) {
      if (error instanceof ElfError) refused++;
      else t.fail(`round ${round}: ${String(error)}`);
    }
  }
  t.ok(refused > 0, 'some are refused');
});
