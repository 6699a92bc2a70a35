import t from 'tap';
import { ElfError } from '../../../core/elf/elf-error.js';
import { readElf } from '../../../core/elf/read-elf.js';
import { readUsdtProbes } from '../../../core/elf/read-usdt-probes.js';
import { binaryBytes } from '../../fixtures/binaries/binaries.js';
import { mutate } from '../../fixtures/mutate.js';

const seed = binaryBytes('target');

t.test('a static probe is read with its place, its semaphore and its arguments', async (t) => {
  t.strictSame(readUsdtProbes(readElf(seed)), [
    {
      provider: 'known',
      name: 'sum',
      address: 0x40014e,
      semaphore: 0x401184,
      arguments: '-4@12(%rsp) 8@%rcx -4@$-7 8@%rax',
    },
  ]);
});

t.test('a file without such notes has no probes', async (t) => {
  t.strictSame(readUsdtProbes(readElf(binaryBytes('versions.so'))), []);
});

t.test('what was moved after linking is found by its base', async (t) => {
  const elf = readElf(seed);
  const sections = elf.sections.map((section) =>
    section.name === '.stapsdt.base' ? { ...section, address: section.address + 0x1000 } : section,
  );
  t.match(readUsdtProbes({ ...elf, sections }), [{ address: 0x40114e, semaphore: 0x402184 }]);
});

t.test('notes that end too early are refused', async (t) => {
  const elf = readElf(seed);
  const cut = (size: number) =>
    elf.sections.map((section) =>
      section.name === '.note.stapsdt' ? { ...section, data: section.data.subarray(0, size) } : section,
    );
  t.throws(() => readUsdtProbes({ ...elf, sections: cut(40) }), ElfError);
  t.throws(() => readUsdtProbes({ ...elf, sections: cut(10) }), ElfError);
  const texts = elf.sections.map((section) => {
    if (section.name !== '.note.stapsdt') return section;
    return { ...section, data: section.data.map((byte, at) => (at >= 44 && byte === 0 ? 1 : byte)) };
  });
  t.throws(() => readUsdtProbes({ ...elf, sections: texts }), {
    message: /without provider, name and arguments/,
  });
});

t.test('damaged files give probes or an ElfError, and nothing else', async (t) => {
  for (let round = 0; round < 500; round++) {
    try {
      readUsdtProbes(readElf(mutate(seed, round)));
    } catch (error) {
      if (!(error instanceof ElfError)) t.fail(`round ${round}: ${String(error)}`);
    }
  }
  t.pass('no other error');
});
