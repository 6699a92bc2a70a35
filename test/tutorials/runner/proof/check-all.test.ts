import t from 'tap';
import { checkAll } from '../../../../tutorials/runner/proof/check-all.js';
import { keepingIo } from '../../../fixtures/learning.js';

t.test('where no lab can be opened, promises that need a kernel are not kept, and others are', async (t) => {
  const { io, texts } = keepingIo({ env: process.env });
  const request = { lessons: ['2.1'], kernels: ['/nowhere/vmlinuz'], where: 'lab' } as const;
  t.equal(await checkAll(request, io, new AbortController().signal), 1);
  t.match(
    texts.stdout,
    /^WRONG .*2\.1 solution\/entry\.bpf\.c should: passes; but .*cannot read kernel image/m,
  );
  t.match(texts.stdout, /^ok .*2\.1 exercise\/entry\.bpf\.c fails at section$/m);
  t.match(texts.stderr, /as they should be, \d+ not, 0 cannot run here/);
});
