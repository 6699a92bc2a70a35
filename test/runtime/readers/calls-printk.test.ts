import t from 'tap';
import { callsPrintk } from '../../../runtime/readers/calls-printk.js';

t.test('both helpers that write trace lines count', async (t) => {
  const program = { name: 'p', section: 's', sectionIndex: 1, offset: 0, size: 8 };
  const calling = (...helpers: readonly number[]) =>
    callsPrintk({ programs: [{ ...program, helpers, kernelFunctions: [] }] });
  t.ok(calling(5, 6));
  t.ok(calling(177));
  t.notOk(calling(5, 130));
});
