import t from 'tap';
import { checkHelpers, tryHelper } from '../../../runtime/doctor/helpers.js';
import { SystemCallError } from '../../../runtime/kernel/libc.js';
import { doctorContext, noRights, programLoad, wellKernel } from '../../fixtures/kernel/doctor-context.js';

/** A kernel whose verifier says this. */
function saying(log: string, errno: number) {
  const kernel = wellKernel();
  return Object.assign(kernel, {
    bpf: (_: number, attributes: Uint8Array): number => {
      const address = new DataView(attributes.buffer).getBigUint64(32, true);
      Buffer.from(`${log}\0`).copy(kernel.bytesAt(address));
      throw new SystemCallError('bpf', errno);
    },
  });
}

t.test('what verifiers say of a helper, in the words of Linux 5.10 to 7.2', async (t) => {
  const answer = (log: string, errno = 22) => tryHelper(saying(log, errno), { type: 2, helper: 36 }).answer;
  t.equal(answer('0: (85) call bpf_probe_write_user#36\nunknown func bpf_probe_write_user#36\n'), 'missing');
  t.equal(answer('invalid func unknown#999\n'), 'missing');
  t.equal(answer('program of this type cannot use helper bpf_redirect#23\n'), 'missing');
  t.equal(answer('R1 !read_ok\n', 13), 'there');
  t.equal(answer('', 1), 'refused');
});

t.test('all are there where programs that call them are loaded', async (t) => {
  const checks = checkHelpers(doctorContext());
  t.ok(checks.length > 20);
  t.ok(checks.every(({ state, id }) => state === 'ok' && id.startsWith('helper:bpf_')));
});

t.test('without rights nothing is known of them', async (t) => {
  const states = (context: ReturnType<typeof doctorContext>) => [...new Set(checkHelpers(context).map(({ state }) => state))];
  t.same(states(doctorContext(wellKernel({ files: noRights }))), ['unknown']);
  t.same(states(doctorContext(wellKernel(), { withoutCalls: 'no koffi' })), ['unknown']);
  const forbidding = wellKernel();
  forbidding.fail(programLoad, 1);
  t.same(states(doctorContext(forbidding)), ['unknown']);
  t.same(states(doctorContext(saying('unknown func x#1', 22))), ['missing']);
});
