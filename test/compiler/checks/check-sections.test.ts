import t from 'tap';
import { checkSections } from '../../../compiler/checks/check-sections.js';
import { checkedOf, programIn, sectionOf } from '../../fixtures/checked.js';

const cureOf = (section: string): string | undefined => {
  const [found] = checkSections(
    checkedOf(`SEC("${section}")\nint trace(void *c) {`, { programs: [programIn(section)] }),
  );
  return found && String(found.cure);
};

t.test('sections that libbpf does not know have their nearest named', async (t) => {
  t.equal(cureOf('kprob/do_unlinkat'), 'did you mean SEC("kprobe/do_unlinkat")?');
  t.equal(cureOf('xdp/eth0'), "leave out what stands behind 'xdp'");
  t.equal(cureOf('tc/ingres'), 'did you mean SEC("tc/ingress")?');
  t.match(cureOf('whatever'), /^begin it with/);
  t.equal(cureOf('tracepoint/sys_enter_openat'), 'for instance SEC("tracepoint/syscalls/sys_enter_openat")');
  t.equal(cureOf('fentry'), 'for instance SEC("fentry/do_unlinkat")');
  t.equal(cureOf('kprobe/do_unlinkat'), undefined);
  t.equal(cureOf('?xdp'), undefined);
});

t.test('a function that was meant as a program is told of', async (t) => {
  const elf = {
    sections: [sectionOf('.text', new Uint8Array(8), true)],
    symbols: [
      {
        index: 1,
        name: 'trace',
        value: 0,
        size: 8,
        binding: 'global',
        type: 'function',
        sectionIndex: 1,
      } as const,
    ],
  };
  t.match(checkSections(checkedOf('int trace(void *ctx)\n{\n}\n', { elf })), [
    { severity: 'error', location: { line: 1, column: 5 } },
  ]);
  t.match(
    checkSections(checkedOf('int trace(void *ctx)\n{\n}\n', { elf, programs: [programIn('xdp', 'other')] })),
    [{ severity: 'warning' }],
  );
  t.same(checkSections(checkedOf('int trace(void *ctx)\n{\n}\nint x = trace();', { elf })), []);
});
