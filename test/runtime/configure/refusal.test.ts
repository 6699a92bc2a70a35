import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { ProgramRefused } from '../../../runtime/configure/refusal.js';

t.test('a refusal says what its reason says, and of which place', async (t) => {
  const reason = new TseccError('attach-failed', "attach 'one': no");
  const refused = new ProgramRefused({ program: 'one', section: 'kprobe/a' }, 'attach', reason);
  t.match(refused, { program: 'one', section: 'kprobe/a', stage: 'attach', reason, message: reason.message });
});
