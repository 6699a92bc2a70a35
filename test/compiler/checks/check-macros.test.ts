import t from 'tap';
import { checkMacros } from '../../../compiler/checks/check-macros.js';
import { checkedOf, programIn } from '../../fixtures/checked.js';

const cureOf = (section: string, macro: string): string | undefined => {
  const text = `SEC("${section}")\nint ${macro}(trace, int a)\n{\n}\n`;
  const [found] = checkMacros(checkedOf(text, { programs: [programIn(section)] }));
  return found && String(found.cure);
};

t.test('a macro that reads what its program does not get is told of', async (t) => {
  t.equal(cureOf('kprobe/f', 'BPF_PROG'), 'use BPF_KPROBE');
  t.equal(cureOf('kretprobe/f', 'BPF_KPROBE'), 'use BPF_KRETPROBE');
  t.equal(cureOf('fentry/f', 'BPF_KPROBE'), 'use BPF_PROG');
  t.equal(cureOf('usdt/a:b:c', 'BPF_KPROBE'), 'use BPF_USDT');
  t.match(cureOf('xdp', 'BPF_PROG'), /context that xdp programs get/);
});

t.test('one that fits is not, nor is one that is unknown', async (t) => {
  for (const [section, macro] of [
    ['kprobe/f', 'BPF_KPROBE'],
    ['uprobe', 'BPF_KPROBE'],
    ['kretprobe/f', 'BPF_KRETPROBE'],
    ['lsm/file_open', 'BPF_PROG'],
    ['ksyscall/openat', 'BPF_KSYSCALL'],
    ['kretsyscall/unlink', 'BPF_KRETPROBE'],
    ['kprobe/f', 'BPF_OWN'],
    ['nothing/f', 'BPF_PROG'],
  ] as const)
    t.equal(cureOf(section, macro), undefined, `${macro} in ${section}`);
});
