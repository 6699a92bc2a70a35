import t from 'tap';
import { ElfError } from '../../../core/elf/elf-error.js';
import { readElf } from '../../../core/elf/read-elf.js';
import { readSymbolVersions } from '../../../core/elf/read-symbol-versions.js';
import { binaryBytes } from '../../fixtures/binaries/binaries.js';
import { mutate } from '../../fixtures/mutate.js';

t.test('each dynamic symbol has its version, and whether programs get it that name none', async (t) => {
  const versions = readSymbolVersions(readElf(binaryBytes('versions.so')));
  t.same(versions.get(1), { name: 'KNOWN_1', isDefault: true }, 'known_caller');
  t.same(versions.get(2), { name: 'KNOWN_1', isDefault: false }, 'known_read@KNOWN_1');
  t.same(versions.get(5), { name: 'KNOWN_2', isDefault: true }, 'known_read@@KNOWN_2');
  t.equal(versions.get(0), undefined);
});

t.test('a file without versions has none', async (t) => {
  t.equal(readSymbolVersions(readElf(binaryBytes('target'))).size, 0);
});

t.test('damaged files give versions or an ElfError, and nothing else', async (t) => {
  const seed = binaryBytes('versions.so');
  for (let round = 0; round < 500; round++) {
    try {
      readSymbolVersions(readElf(mutate(seed, round)));
    } catch (error) {
      if (!(error instanceof ElfError)) t.fail(`round ${round}: ${String(error)}`);
    }
  }
  t.pass('no other error');
});
