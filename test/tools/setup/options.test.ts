import t from 'tap';
import { defaultKernels, readOptions, usage } from '../../../tools/setup/options.mjs';

t.test('without options the default kernel is wanted', async (t) => {
  t.same(readOptions([]), { dryRun: false, help: false, kernels: defaultKernels });
});

t.test('kernels are a list', async (t) => {
  t.same(readOptions(['--dry-run', '--kernels', '6.1,6.12']), {
    dryRun: true,
    help: false,
    kernels: ['6.1', '6.12'],
  });
  t.same(readOptions(['--kernels=']).kernels, []);
});

t.test('an unknown option is an error', async (t) => {
  t.throws(() => readOptions(['--kernel=6.1']), { name: 'TypeError' });
});

t.test('the help names every option', async (t) => {
  for (const option of ['--dry-run', '--kernels', '--help']) t.match(usage, option);
});
