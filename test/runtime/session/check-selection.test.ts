import { readFileSync } from 'node:fs';
import t from 'tap';
import { openPackage } from '../../../core/package/open.js';
import { checkSelection } from '../../../runtime/session/check-selection.js';
import { eccPackagePath } from '../../fixtures/ecc/packages.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { packagePath } from '../../fixtures/kernel/packages.js';

const none = { fields: undefined, filter: undefined, sort: undefined, top: undefined };
const everything = openPackage(readFileSync(eccPackagePath('everything')));
const lesson = openPackage(readFileSync(packagePath('kprobe')));

t.test('fields that the package sends, and none at all, are fine', async (t) => {
  t.doesNotThrow(() => checkSelection(lesson, none, new FakeKernel()));
  for (const selection of [{ fields: 'pid' }, { filter: 'pid > 1' }, { sort: '-pid' }]) {
    t.doesNotThrow(() => checkSelection(everything, { ...none, ...selection }, new FakeKernel()));
  }
});

t.test('what no record has is refused without a call to the kernel', async (t) => {
  for (const selection of [
    { fields: 'nosuch' },
    { filter: 'nosuch > 1' },
    { filter: 'pid >' },
    { sort: 'nosuch' },
  ]) {
    t.throws(() => checkSelection(everything, { ...none, ...selection }, new FakeKernel()), {
      code: 'usage',
    });
  }
  t.throws(() => checkSelection(lesson, { ...none, filter: 'pid > 1' }, new FakeKernel()), {
    code: 'usage',
    message: 'use --filter: the package sends no records, which alone have fields',
  });
});
