// Files that go into the guest: larger than any buffer on the way.
import { createHash, randomBytes } from 'node:crypto';
import t from 'tap';
import { runInGuest } from '../fixtures/guest.js';
import { testKernel } from '../fixtures/kernels.js';

t.test('a file of two megabytes arrives as it is', async (t) => {
  const bytes = randomBytes(2_000_000);
  const { stdout } = await runInGuest(testKernel, 'sha256sum < big', { big: bytes });
  t.equal(stdout, `${createHash('sha256').update(bytes).digest('hex')}  -\n`);
});
