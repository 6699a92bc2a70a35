import t from 'tap';
import { registerOffset } from '../../../../runtime/attach/usdt/registers.js';

const [x86, arm] = [62, 183];

t.test('each width of a register is at its place in struct pt_regs', async (t) => {
  for (const name of ['rax', 'eax', 'ax', 'al']) t.equal(registerOffset(x86, name), 80, name);
  for (const name of ['r8', 'r8d', 'r8w', 'r8b']) t.equal(registerOffset(x86, name), 72, name);
  for (const name of ['rsi', 'esi', 'si', 'sil']) t.equal(registerOffset(x86, name), 104, name);
  t.equal(registerOffset(x86, 'rdi'), 112);
  t.equal(registerOffset(x86, 'r15'), 0);
  t.equal(registerOffset(x86, 'rip'), 128);
  t.equal(registerOffset(x86, 'rsp'), 152);
  t.equal(registerOffset(arm, 'x0'), 0);
  t.equal(registerOffset(arm, 'w19'), 152);
  t.equal(registerOffset(arm, 'sp'), 248);
});

t.test('registers that are not there have none', async (t) => {
  for (const name of ['xmm0', 'x0', '']) t.equal(registerOffset(x86, name), undefined, name);
  for (const name of ['rax', 'x31', 'd0']) t.equal(registerOffset(arm, name), undefined, name);
  t.equal(registerOffset(243, 'a0'), undefined, 'nor has an unknown machine');
});
