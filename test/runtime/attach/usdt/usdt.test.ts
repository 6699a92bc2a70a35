import t from 'tap';
import { attachUsdt } from '../../../../runtime/attach/usdt/usdt.js';
import { binaryBytes } from '../../../fixtures/binaries/binaries.js';
import { FakeKernel } from '../../../fixtures/kernel/fake-kernel.js';
import { probeFiles } from '../../../fixtures/kernel/probe-files.js';
import { contextOf, loadedProgram } from '../../../fixtures/kernel/points.js';
import { usdtMaps } from '../../../fixtures/kernel/usdt-maps.js';

const program = loadedProgram('usdt', '/opt/target:known:sum');

function kernelWithTarget(bytes = binaryBytes('target')): FakeKernel {
  const kernel = new FakeKernel({ files: probeFiles });
  kernel.binaries.set('/opt/target', bytes);
  return kernel;
}

t.test('a probe is set with its semaphore, and the program told where the arguments are', async (t) => {
  const kernel = kernelWithTarget();
  const { maps, specs, addresses } = usdtMaps(kernel, 4);
  const context = { ...contextOf(kernel, program), maps };
  const link = attachUsdt(program, context);
  t.equal(
    kernel.log.find((line) => line.startsWith('perf_event_open')),
    `perf_event_open type 7 config ${0x184n << 32n} /opt/target+334 pid -1 cpu 0`,
  );
  t.equal(specs.get('00000000')?.[200], 4, 'four arguments');
  t.equal(addresses.size, 0, 'the kernel gives the number with each event');
  attachUsdt(program, context);
  t.same(
    kernel.linkAttributes.map((view) => view.getBigUint64(16, true)),
    [0n, 1n],
    'each program has a number of its own',
  );
  link[Symbol.dispose]();
});

t.test('a kernel without cookies finds the arguments by address', async (t) => {
  const kernel = kernelWithTarget();
  kernel.fail('bpf link_create', 22);
  const { maps, addresses } = usdtMaps(kernel, 4);
  attachUsdt(program, { ...contextOf(kernel, program), maps });
  t.same([...addresses.keys()], ['4e01400000000000']);
});

t.test('whatever cannot be had takes everything back', async (t) => {
  const full = kernelWithTarget();
  t.throws(() => attachUsdt(program, { ...contextOf(full, program), maps: usdtMaps(full, 0).maps }), {
    code: 'attach-failed',
    message: /no room for so many probes$/,
    cure: /BPF_USDT_MAX_SPEC_CNT/,
  });
  t.same(full.openDescriptors, []);
  const text = Buffer.from(binaryBytes('target')).toString('latin1');
  const strange = kernelWithTarget(Buffer.from(text.replace('8@%rcx', '8@%xmm'), 'latin1'));
  t.throws(() => attachUsdt(program, contextOf(strange, program)), { message: /argument 1 .* 8@%xmm$/ });
  const refused = kernelWithTarget();
  refused.fail('bpf link_create', 22);
  refused.fail('bpf map_update_elem', 7);
  t.throws(() => attachUsdt(program, { ...contextOf(refused, program), maps: usdtMaps(refused, 4).maps }), {
    code: 'attach-failed',
    message: /E2BIG/,
  });
  t.same(refused.openDescriptors, []);
});
