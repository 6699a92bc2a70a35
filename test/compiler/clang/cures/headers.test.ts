import t from 'tap';
import { headerMistakes } from '../../../../compiler/clang/cures/headers.js';
import { clangError as error, cureFrom } from '../../../fixtures/clang-error.js';

const cure = (...[diagnostic, headers]: [Parameters<typeof cureFrom>[1], Parameters<typeof cureFrom>[2]?]) =>
  cureFrom(headerMistakes, diagnostic, headers);

t.test('headers that are not found', async (t) => {
  t.match(cure(error("'bpf/bpf_helpers.h' file not found")), /install libbpf's headers: /);
  t.match(
    cure(error("'asm/types.h' file not found", { file: '/usr/include/linux/types.h' })),
    /in place of <linux/,
  );
  t.match(cure(error("'linux/fs.h' file not found")), /include "vmlinux\.h" in place of it/);
  t.match(cure(error("'stdio.h' file not found")), /no C library/);
  t.equal(
    cure(error("'bpf/bpf_helper.h' file not found"), { names: () => ['bpf/bpf_helpers.h'] }),
    'did you mean bpf/bpf_helpers.h?',
  );
});

t.test('headers in the wrong order, or that do not go together', async (t) => {
  const file = '/usr/include/bpf/bpf_helper_defs.h';
  t.match(cure(error("unknown type name '__u64'", { file })), /before <bpf\/bpf_helpers\.h>/);
  t.match(cure(error('illegal initializer (only variables can be initialized)', { file })), /before <bpf/);
  t.match(cure(error("unknown type name 'u32'")), /include "vmlinux\.h" first/);
  t.match(cure(error("redefinition of 'iphdr'", { file: '/usr/include/linux/ip.h' })), /remove the #include/);
  t.match(cure(error('typedef redefinition with', { file: '/c/vmlinux.h' })), /remove the #include/);
});

t.test('macros whose header is missing', async (t) => {
  const section = error('expected parameter declarator', { lineText: 'SEC("xdp")' });
  t.match(cure(section), /include <bpf\/bpf_helpers\.h>/);
  t.equal(cure(section, { included: () => true }), undefined);
  const probe = error('expected identifier', { lineText: 'int BPF_KPROBE(f, int a)' });
  t.match(cure(probe), /include <bpf\/bpf_tracing\.h>/);
  t.equal(cure(probe, { included: () => true }), undefined);
});
