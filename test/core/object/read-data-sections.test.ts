import t from 'tap';
import { readBtf } from '../../../core/btf/read-btf.js';
import { readElf } from '../../../core/elf/read-elf.js';
import { readDataSections } from '../../../core/object/read-data-sections.js';
import { readObject } from '../../../core/object/read-object.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

for (const name of ['globals', 'globals.be']) {
  t.test(`reads the sections and variables of ${name}`, async (t) => {
    const { dataSections } = readObject(objectBytes(name));
    const variables = dataSections.flatMap((section) =>
      section.variables.map((each) => [section.name, each.name, each.offset, each.size, each.static]),
    );
    t.strictSame(variables, [
      ['.rodata', 'target_pid', 0, 4, false],
      ['.rodata', 'target_comm', 4, 16, false],
      ['.rodata.cfg', 'threshold', 0, 8, false],
      ['.data', 'level', 0, 4, false],
      ['.data.custom', 'named', 0, 4, false],
      ['.bss', 'count.local_calls', 0, 4, true],
      ['.bss', 'calls', 4, 4, true],
      ['.bss', 'total', 8, 8, false],
      ['.kconfig', 'LINUX_KERNEL_VERSION', 0, 4, false],
      ['.kconfig', 'CONFIG_BPF_SYSCALL', 4, 1, false],
    ]);
  });
}

t.test('gives initial values, and zeros where the file has none', async (t) => {
  const { dataSections } = readObject(objectBytes('globals'));
  const section = (name: string) => dataSections.find((each) => each.name === name);
  t.strictSame([...(section('.data')?.data ?? [])], [3, 0, 0, 0]);
  t.strictSame([...(section('.rodata')?.data.subarray(4, 8) ?? [])], [0x72, 0x6d, 0, 0]);
  t.match(section('.bss'), { size: 16, data: new Uint8Array(16) });
  t.match(section('.kconfig'), { sectionIndex: undefined, size: 5, data: new Uint8Array(5) });
});

t.test('an object without BTF has the sections, but no variables', async (t) => {
  t.match(readObject(objectBytes('no-debug')).dataSections, [{ name: '.rodata', size: 10, variables: [] }]);
});

t.test('takes offsets from the BTF where there is no symbol, as after linking and stripping', async (t) => {
  const elf = readElf(objectBytes('globals'));
  const btf = readBtf(
    buildBtf([
      rawInt,
      { kind: 'var', name: 'b', size: 1, words: [1] },
      { kind: 'var', name: 'a', size: 1, words: [0] },
      { kind: 'datasec', name: '.bss', size: 16, count: 2, words: [2, 8, 4, 3, 4, 4] },
    ]),
  );
  const bss = readDataSections({ ...elf, symbols: [] }, btf).find(({ name }) => name === '.bss');
  t.match(bss?.variables, [
    { name: 'a', offset: 4, static: true },
    { name: 'b', offset: 8, static: false },
  ]);
});

t.test('lays .kconfig out as libbpf does', async (t) => {
  const btf = readBtf(
    buildBtf([
      rawInt,
      { kind: 'int', name: 'char', size: 1, words: [8] },
      { kind: 'array', words: [2, 1, 7] },
      { kind: 'var', name: 'text', size: 3, words: [2] },
      { kind: 'var', name: 'b', size: 2, words: [2] },
      { kind: 'var', name: 'number', size: 1, words: [2] },
      { kind: 'var', name: 'a', size: 2, words: [2] },
      { kind: 'datasec', name: '.kconfig', count: 4, words: [4, 0, 7, 5, 0, 1, 6, 0, 4, 7, 0, 1] },
    ]),
  );
  const [kconfig] = readDataSections({ ...readElf(objectBytes('unlink')), sections: [] }, btf);
  t.strictSame(
    kconfig?.variables.map(({ name, offset }) => [name, offset]),
    [
      ['number', 0],
      ['a', 4],
      ['b', 5],
      ['text', 6],
    ],
  );
  t.equal(kconfig?.size, 13);
});

t.test('refuses variables outside of their section, and what is none', async (t) => {
  const elf = readElf(objectBytes('globals'));
  const symbols = elf.symbols.map((symbol) => (symbol.name === 'total' ? { ...symbol, value: 12 } : symbol));
  const { btf } = readObject(objectBytes('globals'));
  t.throws(() => readDataSections({ ...elf, symbols }, btf), {
    name: 'ElfError',
    message: "read BPF object: variable 'total' ends at 20, its section at 16",
  });
  const broken = readBtf(buildBtf([rawInt, { kind: 'datasec', name: '.bss', count: 1, words: [1, 0, 4] }]));
  t.throws(() => readDataSections(elf, broken), { message: "read '.bss': type 1 in it is not a variable" });
});

t.test('refuses to make zeros beyond all measure', async (t) => {
  const elf = readElf(objectBytes('globals'));
  const sections = elf.sections.map((each) => (each.name === '.bss' ? { ...each, size: 2 ** 40 } : each));
  t.throws(() => readDataSections({ ...elf, sections }, undefined), {
    name: 'ElfError',
    message: 'read BPF object: more than 67108864 bytes of .bss',
  });
});
