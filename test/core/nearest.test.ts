import t from 'tap';
import { nearest, nearestFunctions } from '../../core/nearest.js';
import { cpuTimeOf } from '../fixtures/cpu-time.js';

t.test('finds what a word is a misspelling of, best first', async (t) => {
  const options = ['--duration', '--exec', '--json', '--quiet', '--verbose'];
  t.strictSame(nearest('--durration', options), ['--duration']);
  t.strictSame(nearest('--jsno', options), ['--json']);
  t.strictSame(nearest('--frobnicate', options), []);
  t.strictSame(nearest('cat', ['bat', 'cats', 'dog', 'cat', 'bat']), ['bat', 'cats']);
  t.strictSame(nearest('aaa', ['aab', 'aac', 'aad', 'aae'], 2), ['aab', 'aac']);
});

/** The functions around unlink as kernels have them, among many others. */
const kernel = [
  ...Array.from({ length: 300 }, (_, index) => `do_thing${index}`),
  ...Array.from({ length: 300 }, (_, index) => `filename_thing${index}`),
  ...Array.from({ length: 20_000 }, (_, index) => `drv${index % 700}_op_${index}`),
  '__pfx_filename_unlinkat',
  '__do_sys_unlinkat',
  '__x64_sys_unlinkat',
  '__ia32_sys_unlinkat',
  '__se_sys_unlinkat',
  '__ia32_compat_sys_unlinkat',
  'io_unlinkat',
  'io_unlinkat_prep',
  'do_linkat',
  'vfs_unlink',
  'may_delete',
  'trace_event_raw_event_unlinkat',
];

t.test('finds the function that do_unlinkat became in Linux 7.2', async (t) => {
  t.equal(nearestFunctions('do_unlinkat', [...kernel, 'filename_unlinkat'])[0], 'filename_unlinkat');
});

t.test('finds misspelt functions, and those that the compiler gave a suffix', async (t) => {
  t.equal(nearestFunctions('do_unlinkta', [...kernel, 'do_unlinkat'])[0], 'do_unlinkat');
  t.equal(nearestFunctions('vfs_unlnik', kernel)[0], 'vfs_unlink');
  t.equal(nearestFunctions('finish_task', [...kernel, 'finish_task.isra.0'])[0], 'finish_task.isra.0');
});

t.test('offers entry points when there is nothing better, and when one was meant', async (t) => {
  t.match(nearestFunctions('frob_unlinkat', kernel)[0], /_sys_unlinkat$|unlinkat/);
  t.equal(nearestFunctions('__x64_sys_unlinka', kernel)[0], '__x64_sys_unlinkat');
});

t.test('never offers the name itself, a name twice, or what is not a function', async (t) => {
  t.strictSame(nearestFunctions('vfs_unlink', ['vfs_unlink']), []);
  t.strictSame(nearestFunctions('unlinkat', ['do_unlinkat', 'do_unlinkat']), ['do_unlinkat']);
  t.notOk(nearestFunctions('filename_unlinkat', kernel).some((name) => name.startsWith('__pfx_')));
});

t.test('offers nothing where nothing is near', async (t) => {
  t.strictSame(nearestFunctions('zzzzzzzz', kernel), []);
  t.strictSame(nearestFunctions('', kernel), []);
  t.strictSame(nearestFunctions('do_unlinkat', []), []);
});

t.test('goes through a whole kernel quickly', async (t) => {
  const names = Array.from({ length: 200_000 }, (_, index) => `sub${index % 997}_do_thing_${index}`);
  nearestFunctions('do_unlinkat', names.slice(0, 20_000));
  const took = cpuTimeOf(() => void nearestFunctions('do_unlinkat', names));
  // 0.2 s alone.
  t.ok(took < 900, `${took.toFixed()} ms for 200,000 names`);
});
