import t from 'tap';
import { addCures } from '../../../compiler/clang/cures.js';
import type { Diagnostic } from '../../../core/diagnostics.js';
import { inEnglish } from '../../fixtures/in-english.js';

const error = (text: string, file = 'a.bpf.c', lineText = ''): Diagnostic => ({
  severity: 'error',
  text,
  location: { file, line: 1, column: 1, lineText },
  notes: [],
});
const helpers = '/usr/include/bpf/bpf_helper_defs.h';

t.test('usual first mistakes have a cure', async (t) => {
  const cases: [Diagnostic, RegExp][] = [
    [error("'bpf/bpf_helpers.h' file not found"), /install libbpf's headers: /],
    [error("'asm/types.h' file not found", '/usr/include/linux/types.h'), /include "vmlinux\.h" in place of/],
    [error("'linux/fs.h' file not found"), /include "vmlinux\.h"/],
    [error("unknown type name '__u64'", helpers), /before <bpf\/bpf_helpers\.h>/],
    [error("unknown type name 'u32'"), /include "vmlinux\.h" first/],
    [error("redefinition of 'iphdr'", '/usr/include/linux/ip.h'), /remove the #include of <linux/],
    [error("typedef redefinition with different types ('a' vs 'b')", '/c/vmlinux.h'), /remove the #include/],
    [error("implicit declaration of function 'BPF_CORE_READ' is invalid in C99"), /<bpf\/bpf_core_read\.h>/],
    [error("call to undeclared function 'bpf_printk'; ISO C99"), /<bpf\/bpf_helpers\.h>/],
    [error("use of undeclared identifier 'bpf_ntohs'"), /<bpf\/bpf_endian\.h>/],
    [error('expected parameter declarator', 'a.bpf.c', 'SEC("kprobe/x")'), /<bpf\/bpf_helpers\.h> for SEC/],
    [error('Looks like the BPF stack limit of 512 bytes is exceeded.'), /PERCPU_ARRAY/],
    [error("A call to built-in function 'memcmp' is not supported."), /__builtin_memcmp/],
    [error("no member named 'state' in 'struct task_struct'"), /grep -A20 'struct task_struct \{'/],
  ];
  t.plan(cases.length);
  for (const [diagnostic, cure] of cases)
    t.match(String(addCures([diagnostic])[0]?.cure), cure, String(diagnostic.text));
});

t.test('what is no usual mistake has none', async (t) => {
  t.equal(addCures([error("expected ';' after expression")])[0]?.cure, undefined);
  t.equal(addCures([error("use of undeclared identifier 'my_own'")])[0]?.cure, undefined);
});

t.test('one mistake that breaks a whole header is shown once', async (t) => {
  const shown = addCures([
    error("unknown type name '__u64'", helpers),
    error("unknown type name '__u32'", helpers),
    error('function cannot return function type', helpers),
    error("use of undeclared identifier 'y'"),
  ]);
  t.equal(shown.length, 2);
  t.equal(inEnglish(shown[0]?.notes[0]?.text), "2 more errors in libbpf's headers came from this one");
  t.equal(shown[1]?.text, "use of undeclared identifier 'y'");
});
