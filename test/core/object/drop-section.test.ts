import t from 'tap';
import { ElfError } from '../../../core/elf/elf-error.js';
import { dropSection } from '../../../core/object/drop-section.js';
import { readObject } from '../../../core/object/read-object.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const names = (bytes: Uint8Array): readonly string[] => readObject(bytes).programs.map(({ name }) => name);

t.test('the programs of a dropped section are gone, all else is as it was', async (t) => {
  for (const name of ['choice', 'choice.be']) {
    const before = readObject(objectBytes(name));
    const index = before.programs.find(({ name: program }) => program === 'one_of_two')?.sectionIndex ?? 0;
    const bytes = dropSection(objectBytes(name), index);
    t.same(names(bytes), ['probe', 'entry', 'raw', 'dormant']);
    const after = readObject(bytes);
    t.same(after.btf?.types, before.btf?.types);
    t.equal(after.elf.sections[index]?.name, 'tracepoint/syscalls/sys_enter_openat', 'BTF still names it');
    t.same(names(dropSection(bytes, index)), names(bytes), 'twice is once');
  }
});

t.test('the given bytes stay as they are, and a section has to be there', async (t) => {
  const bytes = objectBytes('choice');
  dropSection(bytes, readObject(bytes).programs[0]?.sectionIndex ?? 0);
  t.same(bytes, objectBytes('choice'));
  const buffer = Buffer.from(bytes);
  dropSection(buffer, readObject(buffer).programs[0]?.sectionIndex ?? 0);
  t.ok(buffer.equals(bytes), 'a Buffer, whose slices share memory, as well');
  t.throws(() => dropSection(bytes, 999), ElfError);
});
