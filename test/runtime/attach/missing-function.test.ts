import t from 'tap';
import { missingFunction } from '../../../runtime/attach/missing-function.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { loadedProgram } from '../../fixtures/kernel/points.js';

const functions = [
  'filename_unlinkat',
  'do_linkat',
  '__x64_sys_unlinkat',
  'vfs_unlink',
  'do_mkdirat',
  'schedule',
];
// As in a kernel, where hundreds begin with `do_`: what few names share tells more.
const crowd = Array.from({ length: 200 }, (_, index) => `do_something_${index}`);
const files = {
  '/proc/kallsyms': [...functions, ...crowd].map((name) => `0000000000000000 t ${name}\n`).join(''),
};

t.test(
  'the nearest function is named, with the options that move every program that wants the missing one',
  async (t) => {
    const kernel = new FakeKernel({ release: '7.2.13', files });
    const entry = loadedProgram('kprobe', 'do_unlinkat', 'do_unlinkat');
    const exit = loadedProgram('kretprobe', 'do_unlinkat', 'do_unlinkat_exit');
    const other = loadedProgram('kprobe', 'vfs_unlink', 'other');
    const error = missingFunction(kernel, entry, [entry, exit, other], undefined);
    t.equal(error?.code, 'kernel-cannot');
    t.equal(error?.message, "attach 'do_unlinkat': kernel 7.2.13 has no function do_unlinkat");
    t.match(error?.cure, /^nearest: filename_unlinkat/);
    t.match(
      error?.cure,
      'try --attach do_unlinkat=kprobe/filename_unlinkat --attach do_unlinkat_exit=kretprobe/filename_unlinkat; or use --lab',
    );
  },
);

t.test('a function that exists is not missing', async (t) => {
  const point = loadedProgram('kprobe', 'vfs_unlink');
  t.equal(missingFunction(new FakeKernel({ files }), point, [point], undefined), undefined);
});

t.test('where the names are unreadable the lab is the cure', async (t) => {
  const point = loadedProgram('kprobe', 'vfs_unlink');
  t.equal(missingFunction(new FakeKernel(), point, [point], undefined)?.cure, 'use --lab');
});
