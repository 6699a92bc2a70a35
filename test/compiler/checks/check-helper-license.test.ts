import t from 'tap';
import { checkHelperLicense } from '../../../compiler/checks/check-helper-license.js';
import { checkedOf, sectionOf } from '../../fixtures/checked.js';

// call bpf_trace_printk; call bpf_get_current_pid_tgid
const code = new Uint8Array([0x85, 0, 0, 0, 6, 0, 0, 0, 0x85, 0, 0, 0, 14, 0, 0, 0]);
const elf = { sections: [sectionOf('xdp', code, true)] };

t.test('a helper that only GPL-compatible programs get is told of under another license', async (t) => {
  const found = checkHelperLicense(checkedOf('', { license: 'MIT', elf }));
  t.match(
    found.map(({ text }) => String(text)),
    [/gives bpf_trace_printk only .* not to 'MIT'$/],
  );
});

t.test('under such a license it is not, and without one there is a warning elsewhere', async (t) => {
  for (const license of ['GPL', 'Dual BSD/GPL', undefined])
    t.same(checkHelperLicense(checkedOf('', { license, elf })), []);
});
