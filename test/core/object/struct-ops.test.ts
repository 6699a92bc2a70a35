import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { readStructOps } from '../../../core/object/struct-ops.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

t.test(
  'each struct has its own bytes, and programs where functions stand, in either byte order',
  async (t) => {
    for (const name of ['network', 'network.be']) {
      const found = readStructOps(readObject(objectBytes(name)));
      const [known, other] = ['known', 'other'].map((wanted) => found.find((each) => each.name === wanted));
      t.equal(found.length, 2);
      t.same(known?.functions, [
        { offset: 0, program: 'begin' },
        { offset: 8, program: 'threshold' },
      ]);
      t.same(other?.functions, []);
      t.equal(Buffer.from(known?.data ?? []).toString('latin1', 24, 29), 'known');
      t.equal(Buffer.from(other?.data ?? []).toString('latin1', 24, 29), 'other');
      t.equal(known?.data.length, 48);
    }
  },
);

t.test('an object without them has none', async (t) => {
  t.same(readStructOps(readObject(objectBytes('unlink'))), []);
  t.same(readStructOps(readObject(objectBytes('no-debug'))), []);
});

t.test('a section that is cut off has none of what ends outside it', async (t) => {
  const object = readObject(objectBytes('network'));
  const sections = object.elf.sections.map((section) =>
    section.name === '.struct_ops' ? { ...section, data: section.data.subarray(0, 60) } : section,
  );
  t.equal(readStructOps({ ...object, elf: { ...object.elf, sections } }).length, 1);
});
