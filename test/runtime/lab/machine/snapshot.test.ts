import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { resumeSnapshot, saveSnapshot } from '../../../../runtime/lab/machine/snapshot.js';
import { startQemu } from '../../../../runtime/lab/machine/start-qemu.js';
import { fakeLab } from '../../../fixtures/lab/fake-lab.js';

t.test('a machine is saved, and another goes on from there', async (t) => {
  const directory = t.testdir();
  const { qemu } = fakeLab(directory);
  await using machine = startQemu({ qemu, args: ['-accel', 'tcg'], cwd: directory });
  await saveSnapshot(machine);
  t.equal(readFileSync(join(directory, 'state'), 'utf8'), 'state of the machine');
  await using resumed = startQemu({ qemu, args: ['-accel', 'tcg', '-incoming', 'defer'], cwd: directory });
  await resumeSnapshot(resumed);
  t.same(await resumed.client.hello(), { kernelRelease: '6.1.0-1-fake' });
});

t.test('a machine that cannot be saved is an error', async (t) => {
  const directory = t.testdir();
  const { qemu } = fakeLab(directory, 'migration-fails');
  await using machine = startQemu({ qemu, args: ['-accel', 'tcg'], cwd: directory });
  await t.rejects(saveSnapshot(machine), { code: 'tool-missing', cure: /disk/ });
});

t.test('a state that QEMU refuses is an error', async (t) => {
  const directory = t.testdir();
  const { qemu } = fakeLab(directory, 'refuses');
  await using machine = startQemu({ qemu, args: ['-accel', 'tcg', '-incoming', 'defer'], cwd: directory });
  await t.rejects(resumeSnapshot(machine), { message: /migrate-incoming: bad \\x1b state/ });
});
