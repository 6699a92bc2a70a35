import t from 'tap';
import { readElf } from '../../../core/elf/read-elf.js';
import { replaceSection, sectionHeaderOffset } from '../../../core/elf/replace-section.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

t.test('a section has other contents, at an aligned place, and the others their own', async (t) => {
  for (const object of ['globals', 'globals.be']) {
    const before = readElf(objectBytes(object));
    const section = before.sections.find(({ name }) => name === '.BTF');
    if (!section) throw new Error('it has BTF');
    const after = readElf(replaceSection(before.bytes, before, section, Buffer.from('contents')));
    const replaced = after.sections[section.index];
    t.equal(Buffer.from(replaced?.data ?? []).toString(), 'contents');
    t.equal((replaced?.offset ?? 1) % 8, 0);
    for (const other of before.sections) {
      if (other.index !== section.index) t.same(after.sections[other.index]?.data, other.data, other.name);
    }
  }
});

t.test('headers stand one behind the other', async (t) => {
  const elf = readElf(objectBytes('globals'));
  const [first, second] = elf.sections;
  if (!first || !second) throw new Error('it has sections');
  t.equal(sectionHeaderOffset(elf, first), elf.sectionHeadersOffset);
  t.equal(sectionHeaderOffset(elf, second), elf.sectionHeadersOffset + 64);
});
