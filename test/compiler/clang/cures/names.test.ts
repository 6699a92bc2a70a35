import t from 'tap';
import { nameMistakes } from '../../../../compiler/clang/cures/names.js';
import { clangError as error, cureFrom } from '../../../fixtures/clang-error.js';

const cure = (
  text: string,
  headers: Parameters<typeof cureFrom>[2] = {},
  place: Parameters<typeof error>[1] = {},
) => cureFrom(nameMistakes, error(text, place), headers);
const helpers = () => ['bpf_get_current_pid_tgid', 'bpf_ktime_get_ns', 'bpf_get_current_comm'];
const included = () => true;

t.test('functions', async (t) => {
  const unknown = (name: string) => `implicit declaration of function '${name}' is invalid in C99`;
  t.match(cure(unknown('BPF_CORE_READ')), /include <bpf\/bpf_core_read\.h>/);
  t.match(cure("call to undeclared function 'bpf_printk'; ISO C99"), /include <bpf\/bpf_helpers\.h>/);
  t.match(cure("use of undeclared identifier 'bpf_ntohs'"), /include <bpf\/bpf_endian\.h>/);
  t.match(
    cure(unknown('bpf_get_current_pid_tgi'), { helpers, included }),
    /did you mean bpf_get_current_pid_tgid/,
  );
  t.match(cure(unknown('bpf_get_pid'), { helpers, included }), /no helper has this name/);
  t.match(
    cure(unknown('bpf_cgroup_name'), { helpers: () => ['bpf_get_current_cgroup_id'], included }),
    /alike: bpf_get_current_cgroup_id/,
  );
  t.match(cure("implicitly declaring library function 'malloc' with type"), /no heap/);
  t.match(cure("call to undeclared library function 'strcmp' with type"), /bpf_strncmp/);
});

t.test('types and fields', async (t) => {
  const fields = () => ['pid', 'tgid', 'comm'];
  t.equal(cure("no member named 'tgidd' in 'struct task_struct'", { fields }), 'did you mean tgid?');
  t.equal(
    cure("no member named 'colour' in 'struct task_struct'", { fields }),
    'task_struct has: pid, tgid, comm',
  );
  const many = () => Array.from({ length: 13 }, (_, at) => `field_${at}`);
  const lookUp = /grep -A20 'struct task_struct \{'/;
  t.match(cure("no member named 'colour' in 'struct task_struct'", { fields: many }), lookUp);
  t.match(cure("no member named 'colour' in 'struct task_struct'"), lookUp);
  t.equal(
    cure("incomplete definition of type 'struct filenam'", { structs: () => ['filename'] }),
    'did you mean struct filename?',
  );
  t.equal(cure("unknown type name 'u46'"), 'did you mean u64?', 'a swap goes before another letter');
  t.equal(cure("unknown type name 'whatever'"), undefined);
});

t.test('a section without quotes', async (t) => {
  for (const said of [
    "use of undeclared identifier 'kprobe'",
    "expected string literal as argument of 'section' attribute",
  ])
    t.match(cure(said, {}, { lineText: 'SEC(kprobe/f)' }), /in quotes/);
});
