import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { apt, choosePackages } from '../../../../runtime/lab/kernels/apt.js';
import type { PullContext, RunTool } from '../../../../runtime/lab/kernels/package-tool.js';
import { architecture } from '../../../../runtime/lab/machine/architectures.js';
import { recordedProgress } from '../../../fixtures/lab/fake-lab.js';

const arch = architecture().packageNames.debian;
const bookworm = [
  `linux-image-6.1.0-9-cloud-${arch}`,
  `linux-image-6.1.0-56-cloud-${arch}`,
  `linux-image-6.1.0-56-cloud-${arch}-dbg`,
  `linux-image-6.1.0-56-cloud-${arch}-unsigned`,
  `linux-image-6.12.117+deb12-cloud-${arch}`,
  `linux-image-6.12.120+deb12-cloud-${arch}-unsigned`,
  `linux-image-6.12-cloud-${arch}`,
  `linux-image-cloud-${arch}`,
  `linux-headers-6.1.0-99-cloud-${arch}`,
];

t.test('the newest cloud kernel of a version is chosen, signed if there is one so', async (t) => {
  t.same(choosePackages(bookworm, '6.1'), [`linux-image-6.1.0-56-cloud-${arch}`]);
  t.same(choosePackages(bookworm, '6.12'), [`linux-image-6.12.120+deb12-cloud-${arch}-unsigned`]);
  t.same(choosePackages(bookworm, '6.12.117'), [`linux-image-6.12.117+deb12-cloud-${arch}`]);
  t.equal(choosePackages(bookworm, '5.10'), undefined);
});

t.test('without a version 6.1 is chosen where it is, else the newest', async (t) => {
  t.same(choosePackages(bookworm, undefined), [`linux-image-6.1.0-56-cloud-${arch}`]);
  const trixie = [`linux-image-6.12.41-cloud-${arch}`, `linux-image-6.12.9-cloud-${arch}`];
  t.same(choosePackages(trixie, undefined), [`linux-image-6.12.41-cloud-${arch}`]);
});

t.test('kernels in several packages are fetched whole', async (t) => {
  const ubuntu = ['linux-image-6.8.0-31-generic', 'linux-modules-6.8.0-31-generic', 'linux-image-generic'];
  t.same(choosePackages(ubuntu, '6.8'), ['linux-image-6.8.0-31-generic', 'linux-modules-6.8.0-31-generic']);
  const release = `7.2.13-cloud-${arch}`;
  const sid = [`linux-binary-${release}`, `linux-modules-${release}`, `linux-image-${release}`];
  t.same(choosePackages(sid, '7.2'), [`linux-binary-${release}`, `linux-modules-${release}`]);
});

/** A machine whose tools are fakes: packages per call of apt-cache, everything that was run. */
function fakeMachine(directory: string, lists: readonly (readonly string[])[]) {
  const calls: string[] = [];
  let asked = 0;
  const run: RunTool = async ([program = '', ...args], { cwd } = {}) => {
    const [command = ''] = args.filter((arg, at) => !arg.startsWith('-') && args[at - 1] !== '-o');
    calls.push(`${program} ${command}`);
    if (program === 'apt-cache') return (lists[asked++] ?? []).join('\n');
    if (command === 'download') writeFileSync(join(cwd ?? '', 'kernel.deb'), '');
    if (program === 'dpkg-deb') {
      const root = args[2] ?? '';
      mkdirSync(join(root, 'boot'), { recursive: true });
      mkdirSync(join(root, 'lib/modules/6.1.0-56'), { recursive: true });
      writeFileSync(join(root, 'boot/vmlinuz-6.1.0-56'), '');
    }
    return '';
  };
  const context: PullContext = { directory, env: {}, progress: recordedProgress(), run };
  return { calls, context };
}

t.test("a kernel in the system's lists is fetched without reading any anew", async (t) => {
  const { calls, context } = fakeMachine(t.testdir(), [bookworm]);
  const { release } = await apt.fetch('6.1', context);
  t.equal(release, '6.1.0-56');
  t.same(calls, [
    'apt-cache pkgnames',
    'apt-get download',
    'dpkg-deb kernel.deb'.replace('kernel.deb', calls[2]?.split(' ')[1] ?? ''),
  ]);
});

t.test('one that is not there is looked for in lists of our own', async (t) => {
  const { calls, context } = fakeMachine(t.testdir(), [[], bookworm]);
  await apt.fetch('6.1', context);
  t.same(calls.slice(0, 4), [
    'apt-cache pkgnames',
    'apt-get update',
    'apt-cache pkgnames',
    'apt-get download',
  ]);
});

t.test('one that is nowhere is an error that says so', async (t) => {
  const { context } = fakeMachine(t.testdir(), []);
  await t.rejects(apt.fetch('4.4', context), {
    code: 'tool-missing',
    message: /Linux 4\.4 is in no package list/,
  });
});
