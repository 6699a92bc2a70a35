import t from 'tap';
import { readElf } from '../../../core/elf/read-elf.js';
import { readSymbols } from '../../../core/elf/read-symbols.js';
import { binaryBytes } from '../../fixtures/binaries/binaries.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const elf = readElf(objectBytes('subprograms'));

t.test('a table that ends within a symbol is refused', async (t) => {
  const sections = elf.sections.map((section) =>
    section.type === 2 ? { ...section, data: section.data.subarray(0, 25) } : section,
  );
  t.throws(() => readSymbols(sections, true), {
    message: 'read ELF: symbol table: 25 bytes are no whole number of symbols',
  });
});

t.test('reads names, places and kinds', async (t) => {
  const symbols = readSymbols(elf.sections, true);
  const find = (name: string) => symbols.find((symbol) => symbol.name === name);
  t.match(symbols[0], { index: 0, name: '', value: 0, sectionIndex: 0, type: 'none' });
  t.match(find('second'), { value: 24, size: 104, binding: 'global', type: 'function' });
  t.match(find('none'), { binding: 'weak' });
  t.match(find('print'), { binding: 'local', type: 'function' });
  t.match(find('numbers'), { type: 'object' });
  t.equal(elf.sections[find('second')?.sectionIndex ?? 0]?.name, 'tp_btf/sched_switch');
});

t.test('gives the symbol of a section its name', async (t) => {
  const section = readSymbols(elf.sections, true).find(({ type }) => type === 'section');
  t.equal(section?.name, elf.sections[section?.sectionIndex ?? 0]?.name);
});

t.test('a file without a symbol table has no symbols', async (t) => {
  t.strictSame(readSymbols([], true), []);
});

t.test('refuses a table whose names are nowhere', async (t) => {
  const broken = elf.sections.map((section) => (section.type === 2 ? { ...section, link: 99 } : section));
  t.throws(() => readSymbols(broken, true), {
    message: 'read ELF: symbol table: its names are in section 99, which does not exist',
  });
});

t.test('the dynamic symbols are a table of their own', async (t) => {
  const { sections } = readElf(binaryBytes('versions.so'));
  const names = (type?: number) => readSymbols(sections, true, type).map(({ name }) => name);
  t.ok(names(11).includes('known_plain'));
  t.notOk(names(11).includes('known_twice'));
  t.ok(names().includes('known_twice'));
});
