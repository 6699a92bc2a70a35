import t from 'tap';
import { findProbes } from '../../../../runtime/attach/usdt/find-probes.js';
import { probeAddress } from '../../../../runtime/attach/usdt/probe-address.js';
import { binary } from '../../../fixtures/binaries/binaries.js';
import { FakeKernel } from '../../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../../fixtures/kernel/points.js';

const program = loadedProgram('usdt', '/opt/target:known:sum');
const target = binary('target');
const place = findProbes(program, target, 'known:sum')[0];
if (!place) throw new Error('the fixture has no probe');
const probe = place;
/** The same file, had it been linked to run anywhere. */
const movable = { ...target, elf: { ...target.elf, type: 3 } };

function addressOf(file: typeof target, pid?: number, maps = ''): bigint {
  const kernel = new FakeKernel({ release: '5.10.0', files: { '/proc/7/maps': maps } });
  const context = contextOf(kernel, program);
  return probeAddress(program, { ...context, options: { ...context.options, pid } }, file, probe);
}

t.test('an executable of fixed addresses has the probe where its note says', async (t) => {
  t.equal(addressOf(target), 0x40014en);
});

t.test('any other has it where the process has it', async (t) => {
  const maps = '55d000000000-55d000001000 r-xp 00000000 fe:01 12 /opt/target\n';
  t.equal(addressOf(movable, 7, maps), 0x55d00000014en);
  t.throws(() => addressOf(movable, 7, ''), { message: /process 7 does not use \/opt\/target$/ });
  t.throws(() => addressOf(movable), {
    code: 'kernel-cannot',
    message: /kernel 5\.10\.0 cannot tell the arguments of probes in every process \(Linux 5\.15\)$/,
    cure: 'name one process with --pid',
  });
});
