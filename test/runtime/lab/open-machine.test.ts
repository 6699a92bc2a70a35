import { accessSync, constants, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { findPulled } from '../../../runtime/lab/kernels/kernel.js';
import { openMachine } from '../../../runtime/lab/open-machine.js';
import { fakeLab, namesIn, recordedProgress, type FakeLab } from '../../fixtures/lab/fake-lab.js';

async function open(lab: FakeLab, progress = recordedProgress()) {
  const kernel = findPulled(lab.paths.kernels);
  if (!kernel) throw new Error('the fake kernel is there');
  await using machine = await openMachine(kernel, { paths: lab.paths, env: lab.env, progress });
  return { progress, release: machine.kernelRelease, image: machine.image };
}

const images = (lab: FakeLab) => namesIn(lab.paths.images).filter((name) => !name.startsWith('.lock'));

t.test('the first opening builds, the second resumes and says nothing', async (t) => {
  const lab = fakeLab(t.testdir(), 'kvm-stops');
  t.equal((await open(lab)).release, '6.1.0-1-fake');
  const { boots, resumes } = lab.starts();
  const { progress } = await open(lab);
  t.same(progress.lines, []);
  t.same(lab.starts(), { boots, resumes: resumes + 1 });
});

t.test('two first openings at once build once, and the second says that it waits', async (t) => {
  const lab = fakeLab(t.testdir());
  const both = await Promise.all([open(lab), open(lab)]);
  t.equal(lab.starts().boots, 1);
  t.equal(lab.starts().resumes, 2);
  const waited = both.filter(({ progress }) =>
    progress.lines.some((line) => line.startsWith('wait for another')),
  );
  t.equal(waited.length, 1);
});

t.test('an image with a file that was cut off is built again', async (t) => {
  const lab = fakeLab(t.testdir());
  const { image } = await open(lab);
  truncateSync(join(image.directory, 'memory'), 3);
  await open(lab);
  t.equal(lab.starts().boots, 2);
});

t.test('an image that does not resume is built again, once, and that is said', async (t) => {
  const lab = fakeLab(t.testdir(), 'resume-dies');
  // The one that is built resumes no better: no second rebuild.
  await t.rejects(open(lab), { code: 'tool-missing', message: /Kernel panic/ });
  lab.behave('damage-dies');
  const { image } = await open(lab);
  writeFileSync(join(image.directory, 'damaged'), '');
  const { boots } = lab.starts();
  const { progress } = await open(lab);
  t.match(
    progress.lines[0],
    /^note: the image of Linux 6\.1\S* is broken \(.*Kernel panic.*\), building it again$/,
  );
  t.equal(lab.starts().boots, boots + 1);
  t.equal(images(lab).length, 1);
});

t.test('what a killed build left is removed by the next', async (t) => {
  const lab = fakeLab(t.testdir());
  mkdirSync(join(lab.paths.images, '.building-dead'), { recursive: true });
  await open(lab);
  t.equal(images(lab).length, 1);
});

t.test('images that a newer one replaces are removed', async (t) => {
  const lab = fakeLab(t.testdir());
  const { image } = await open(lab);
  // Another QEMU program, so another key.
  lab.behave('healthy');
  const next = await open(lab);
  t.not(next.image.directory, image.directory);
  t.equal(images(lab).length, 1);
});

const kvm = canOpen('/dev/kvm') ? false : 'this user cannot open /dev/kvm';

t.test('KVM that only seems to work is given up by itself, and not tried again', { skip: kvm }, async (t) => {
  const lab = fakeLab(t.testdir(), 'kvm-stops');
  const { progress } = await open(lab);
  t.match(
    progress.lines.join('\n'),
    /note: KVM does not work here \(.*QEMU stopped the guest.*\), emulating from now on/,
  );
  const { boots } = lab.starts();
  t.equal(boots, 2);
  t.same((await open(lab)).progress.lines, []);
  t.equal(lab.starts().boots, boots);
});

function canOpen(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
