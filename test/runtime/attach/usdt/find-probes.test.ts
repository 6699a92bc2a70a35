import t from 'tap';
import { findProbes } from '../../../../runtime/attach/usdt/find-probes.js';
import { binary } from '../../../fixtures/binaries/binaries.js';
import { loadedProgram } from '../../../fixtures/kernel/points.js';

const program = loadedProgram('usdt', '/opt/target:known:sum');

t.test('the places of a probe are offsets in the file', async (t) => {
  t.match(findProbes(program, binary('target'), 'known:sum'), [{ offset: 0x14e, semaphore: 0x184 }]);
});

t.test('a probe that is not there is told with the nearest', async (t) => {
  t.throws(() => findProbes(program, binary('target'), 'known:sums'), {
    code: 'attach-failed',
    message: "attach 'prog' to usdt//opt/target:known:sum: /opt/target has no static probe known:sums",
    cure: 'nearest: known:sum; try --attach prog=usdt//opt/target:known:sum',
  });
  t.throws(() => findProbes(program, binary('target'), 'zzz:zzz'), {
    message: /zzz:zzz$/,
    cure: 'it has known:sum',
  });
  t.throws(() => findProbes(program, binary('versions.so'), 'known:sum'), {
    message: /known:sum$/,
    cure: /it was built without them/,
  });
});

t.test('notes that lie are an error', async (t) => {
  const { elf, ...rest } = binary('target');
  t.throws(() => findProbes(program, { ...rest, elf, segments: [] }, 'known:sum'), {
    message: /names an address that the file does not have$/,
  });
  const sections = elf.sections.map((section) =>
    section.name === '.note.stapsdt' ? { ...section, data: section.data.subarray(0, 20) } : section,
  );
  t.throws(() => findProbes(program, { ...rest, elf: { ...elf, sections } }, 'known:sum'), {
    code: 'attach-failed',
    message: /cannot read the static probes of \/opt\/target/,
  });
});
