import t from 'tap';
import { architecture } from '../../../../runtime/lab/machine/architectures.js';
import { bootArguments, resumeArguments } from '../../../../runtime/lab/machine/arguments.js';

const arch = architecture('x64');
const after = (args: readonly string[], option: string) => args[args.indexOf(option) + 1];

t.test('a resumed machine is the one that was booted, but for its memory, threads and start', async (t) => {
  const strip = (args: readonly string[]) =>
    args
      .join(' ')
      .replace(/share=\w+/, 'share=?')
      .replace(/thread=\w+/, 'thread=?');
  const boot = strip(bootArguments(arch, 'tcg'));
  const resume = strip(resumeArguments(arch, 'tcg', 'single'));
  t.equal(boot.slice(0, boot.indexOf(' -kernel')), resume.slice(0, resume.indexOf(' -incoming')));
});

t.test('the snapshot is written by a boot and left alone by a resume', async (t) => {
  t.match(after(bootArguments(arch, 'tcg'), '-object'), /share=on/);
  t.match(after(resumeArguments(arch, 'tcg', 'single'), '-object'), /share=off/);
});

t.test('an emulated boot has one thread, a resume as many as its QEMU may have', async (t) => {
  t.equal(after(bootArguments(arch, 'tcg'), '-accel'), 'tcg,thread=single');
  t.equal(after(resumeArguments(arch, 'tcg', 'single'), '-accel'), 'tcg,thread=single');
  t.equal(after(resumeArguments(arch, 'tcg', 'multi'), '-accel'), 'tcg,thread=multi');
  t.equal(after(bootArguments(arch, 'kvm'), '-accel'), 'kvm');
});

t.test('the accelerator picks the processor', async (t) => {
  t.equal(after(resumeArguments(arch, 'kvm', 'single'), '-cpu'), 'host');
  t.match(after(resumeArguments(arch, 'tcg', 'single'), '-accel'), /^tcg/);
});

t.test('no network, no path of the host, and a guest that panics ends', async (t) => {
  const args = bootArguments(arch, 'tcg');
  t.ok(args.includes('-nodefaults'));
  t.notOk(args.some((arg) => arg.includes('netdev') || arg.startsWith('/')));
  t.match(after(args, '-append'), /panic=-1/);
  t.ok(args.includes('-no-reboot'));
});

t.test('programs of kind lsm can run on every kernel that has them', async (t) => {
  t.match(after(bootArguments(arch, 'tcg'), '-append'), /(?: |^)lsm=(?:\w+,)*bpf(?: |$)/);
});
