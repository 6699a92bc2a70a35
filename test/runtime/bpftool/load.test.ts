import t from 'tap';
import { BpftoolError, type Bpftool } from '../../../runtime/bpftool/bpftool.js';
import { loadObject } from '../../../runtime/bpftool/load.js';
import { createPinDirectory } from '../../../runtime/kernel/bpffs.js';
import { readObject } from '../../../core/object/read-object.js';
import { renameSection } from '../../../core/object/rename-section.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { contextOf, loadedProgram } from '../../fixtures/kernel/points.js';

const point = loadedProgram('raw_tp', 'sys_enter', 'prog');

async function load(kernel: FakeKernel, bpftool: Bpftool) {
  const pins = await createPinDirectory(kernel, '7-abc');
  return await loadObject(
    bpftool,
    { object: readObject(objectBytes('globals')), name: 'some_obj', pins },
    contextOf(kernel, point),
  );
}

/** Does as bpftool does: pins each program by its name. */
function pinning(kernel: FakeKernel, seen: { args?: readonly string[]; inherit?: number }): Bpftool {
  return async (args, options) => {
    seen.args = args;
    seen.inherit = options?.inherit?.length ?? 0;
    kernel.addFile(`${args[3]}/prog`, '');
    return '';
  };
}

t.test('programs are opened from their pins, and the pins are gone after', async (t) => {
  const kernel = new FakeKernel();
  const seen: { args?: readonly string[]; inherit?: number } = {};
  const { programs } = await load(kernel, pinning(kernel, seen));
  const directory = '/sys/fs/bpf/tsecli/7-abc';
  t.same(seen.args, [
    'prog',
    'loadall',
    `${directory}/object/some_obj`,
    `${directory}/programs`,
    'pinmaps',
    `${directory}/maps`,
  ]);
  t.equal(seen.inherit, 2);
  t.match(programs[0], { program: 'prog', section: 'raw_tp/sys_enter' });
  t.same(kernel.openDescriptors, ['program prog']);
  t.notOk(kernel.exists(directory));
});

t.test('the object reaches bpftool as an anonymous file under its name', async (t) => {
  const kernel = new FakeKernel();
  let target = '';
  await t.rejects(
    load(kernel, async (args) => {
      target = kernel.readLink(args[2] ?? '');
      throw new BpftoolError(args, 255, '');
    }),
  );
  t.equal(target, '/proc/self/fd/4');
  t.ok(kernel.log.includes(`write to some_obj: ${objectBytes('globals').length} bytes`));
});

t.test('a failed load is explained and leaves nothing', async (t) => {
  const kernel = new FakeKernel();
  const failing: Bpftool = async (args) => {
    if (args[0] === 'version') return '{"version":"7.1.0"}';
    throw new BpftoolError(args, 255, 'libbpf: kernel BTF is missing\n');
  };
  await t.rejects(load(kernel, failing), { code: 'kernel-cannot', message: /CONFIG_DEBUG_INFO_BTF/ });
  t.same(kernel.openDescriptors, []);
  t.notOk(kernel.exists('/sys/fs/bpf/tsecli/7-abc'));
});

t.test('an old bpftool, which pins by section, is found out', async (t) => {
  const kernel = new FakeKernel();
  const old: Bpftool = async (args) => (args[0] === 'version' ? '{"version":"5.10.0"}' : '');
  await t.rejects(load(kernel, old), { code: 'tool-missing', message: /5.10.0 is too old/ });
  t.same(kernel.openDescriptors, []);
});

t.test('a pin that cannot be opened is told when bpftool is not to blame', async (t) => {
  const kernel = new FakeKernel();
  const silent: Bpftool = async (args) => (args[0] === 'version' ? '{"version":"7.1.0"}' : '');
  await t.rejects(load(kernel, silent), {
    code: 'unforeseen',
    message: /open loaded programs: no such file/,
  });
});

t.test('what a libbpf does not know is loaded under an older name, and its program says so', async (t) => {
  const kernel = new FakeKernel({
    files: { '/proc/kallsyms': 'ffffffff81000010 T bpf_uprobe_multi_link_attach\n' },
  });
  const globals = objectBytes('globals');
  const section = readObject(globals).programs[0]?.section ?? '';
  const object = readObject(renameSection(globals, section, 'uprobe.multi/a:b*'));
  const program = loadedProgram('uprobe.multi', 'a:b*', object.programs[0]?.name);
  let attempts = 0;
  const bpftool: Bpftool = async (args) => {
    if (attempts++ === 0) {
      throw new BpftoolError(
        args,
        255,
        "libbpf: failed to guess program type from ELF section 'uprobe.multi/a:b*'",
      );
    }
    kernel.addFile(`${args[3]}/${program.program}`, '');
    return '';
  };
  const pins = await createPinDirectory(kernel, '7-abc');
  const { programs } = await loadObject(bpftool, { object, name: 'o', pins }, contextOf(kernel, program));
  t.equal(attempts, 2);
  t.match(programs, [{ kind: 'uprobe.multi', target: 'a:b*', single: true }]);
});
