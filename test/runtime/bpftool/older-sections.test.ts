import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { renameSection } from '../../../core/object/rename-section.js';
import type { BpfObject } from '../../../core/object/types.js';
import { forOlderLibbpf, forThisKernel } from '../../../runtime/bpftool/older-sections.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

/** An object whose sole program stands in a section of this name. */
function objectWith(section: string): BpfObject {
  return readObject(
    renameSection(objectBytes('tracepoint'), sectionOf(readObject(objectBytes('tracepoint'))), section),
  );
}

const sectionOf = (object: BpfObject): string => object.programs[0]?.section ?? '';

const kernelWith = (...functions: readonly string[]): FakeKernel =>
  new FakeKernel({
    files: { '/proc/kallsyms': functions.map((name) => `ffffffff81000010 T ${name}\n`).join('') },
  });

t.test('a program for many probes is loaded for one where the kernel has no links for many', async (t) => {
  const object = objectWith('kprobe.multi/vfs_*');
  const older = forThisKernel(object, kernelWith('vfs_unlink'));
  t.match(older && sectionOf(older.object), /^kprobe\/\d+$/);
  t.same([...(older?.programs ?? [])], [object.programs[0]?.name]);
  t.equal(forThisKernel(object, kernelWith('register_fprobe_ips')), undefined, 'a kernel that has them');
  t.match(
    forThisKernel(object, new FakeKernel())?.programs,
    new Set([object.programs[0]?.name]),
    'or does not say',
  );
});

t.test('a libbpf that is too old is given the section that it knows', async (t) => {
  const kernel = kernelWith('register_fprobe_ips', 'bpf_uprobe_multi_link_attach');
  const older = (section: string): string | undefined => {
    const found = forOlderLibbpf(objectWith(section), kernel);
    return found && sectionOf(found.object).replace(/\d+$/, 'N');
  };
  t.equal(older('uprobe.multi/a:b*'), 'uprobe/N');
  t.equal(older('uretprobe.multi.s/a:b*'), 'uretprobe.s/N');
  t.equal(older('usdt.s/a:b:c'), 'uprobe.s/N');
  t.equal(older('?uprobe.multi/a:b*'), '?uprobe/N');
  t.equal(older('kprobe.multi/a*'), undefined, 'every one knows this');
});

t.test('other programs stay as they are', async (t) => {
  const object = readObject(objectBytes('tracepoint'));
  t.equal(forThisKernel(object, new FakeKernel()), undefined);
  t.equal(forOlderLibbpf(object, new FakeKernel()), undefined);
  t.equal(forOlderLibbpf(objectWith('kprobe.session/x'), new FakeKernel()), undefined);
});

const sectionsOf = (object: BpfObject | undefined) =>
  Object.fromEntries((object?.programs ?? []).map(({ name, section }) => [name, section]));

t.test('sections that libbpf takes nothing behind get such names, each another', async (t) => {
  const object = readObject(objectBytes('network'));
  t.match(sectionsOf(object), { comes_in: 'tcx/ingress', goes_out: '?tcx/egress' });
  t.match(sectionsOf(forOlderLibbpf(object, new FakeKernel())?.object), {
    comes_in: 'tc',
    goes_out: '?classifier',
    passes: 'sk_msg',
  });
});

t.test('a name that is taken is not given again', async (t) => {
  const object = readObject(renameSection(objectBytes('network'), 'sk_msg', 'tc'));
  const older = forOlderLibbpf(object, new FakeKernel());
  t.match(sectionsOf(older?.object), { comes_in: 'classifier', goes_out: '?tcx/egress' });
  t.same([...(older?.programs ?? [])], ['comes_in']);
});
