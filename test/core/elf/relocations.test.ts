import t from 'tap';
import { readElf } from '../../../core/elf/read-elf.js';
import { relocationFinder, relocationsFor } from '../../../core/elf/relocations.js';
import type { ElfFile } from '../../../core/elf/types.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

function section(elf: ElfFile, name: string) {
  const found = elf.sections.find((each) => each.name === name);
  if (!found) throw new Error(`no section ${name}`);
  return found;
}

for (const name of ['subprograms', 'subprograms.be']) {
  t.test(`reads which symbols the code of ${name} refers to`, async (t) => {
    const elf = readElf(objectBytes(name));
    const found = relocationsFor(elf, section(elf, 'tp_btf/sched_switch'));
    t.strictSame(
      found.map(({ offset, symbol, type }) => [offset, symbol.name, type]),
      [
        // R_BPF_64_32 is 10, R_BPF_64_64 is 1.
        [0, '.text', 10],
        [56, 'numbers', 1],
        [72, '.text', 1],
        [136, 'ping', 10],
      ],
    );
    t.strictSame(relocationFinder(elf)(section(elf, 'license')), []);
  });
}

t.test('reads relocations with addends by their size', async (t) => {
  const elf = readElf(objectBytes('subprograms'));
  const code = section(elf, 'raw_tp/sys_enter');
  const data = new Uint8Array(48);
  data.set([16, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0], 24);
  const table = { ...code, index: elf.sections.length, type: 4, info: code.index, data };
  const found = relocationsFor({ ...elf, sections: [...elf.sections, table] }, code);
  t.strictSame(
    found.map(({ offset, symbol, type }) => [offset, symbol.index, type]),
    [
      [0, 0, 0],
      [16, 2, 1],
    ],
  );
});

t.test('refuses a symbol that does not exist', async (t) => {
  const elf = readElf(objectBytes('subprograms'));
  t.throws(() => relocationsFor({ ...elf, symbols: [] }, section(elf, 'tp_btf/sched_switch')), {
    name: 'ElfError',
    message: /^read ELF: relocations in section \d+: entry 0: no symbol \d+$/,
  });
});
