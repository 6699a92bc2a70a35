import t from 'tap';
import { callMistakes } from '../../../../compiler/clang/cures/calls.js';
import { clangError as error, cureFrom } from '../../../fixtures/clang-error.js';

const prototype = (name: string) =>
  name === 'bpf_get_current_comm' ? `long ${name}(void *buf, __u32 size)` : undefined;

t.test('a helper that is called with other arguments is shown as it is', async (t) => {
  const lineText = 'return bpf_get_current_comm(comm);';
  const found = error('too few arguments to function call, expected 2, have 1', { lineText, column: 33 });
  t.equal(
    cureFrom(callMistakes, found, { prototype }),
    'the helper is: long bpf_get_current_comm(void *buf, __u32 size)',
  );
  t.equal(cureFrom(callMistakes, found), undefined);
});

t.test('fields behind arrows where commas belong', async (t) => {
  const cure = (lineText: string) =>
    cureFrom(
      callMistakes,
      error('too few arguments provided to function-like macro invocation', { lineText, column: 1 }),
    );
  t.equal(cure('x = BPF_CORE_READ(task->mm -> pgd);'), 'put commas between: BPF_CORE_READ(task, mm, pgd)');
  t.equal(cure('BPF_CORE_READ_INTO(f(a))'), 'put commas between: BPF_CORE_READ_INTO(pointer, field)');
  t.equal(cure('BPF_CORE_READ()'), 'put commas between: BPF_CORE_READ(pointer, field)');
  t.equal(cure('SOMETHING(a->b)'), undefined);
});

t.test('values in place of addresses', async (t) => {
  const lineText = 'bpf_map_lookup_elem(&opens, key)';
  const text = "incompatible integer to pointer conversion passing 'u32' to parameter of type 'const void *'";
  t.equal(cureFrom(callMistakes, error(text, { lineText, column: 29 })), 'give its address: &key');
  t.equal(cureFrom(callMistakes, error(text, { lineText: 'f(&m, 1)', column: 7 })), undefined);
});

t.test('macros of libbpf', async (t) => {
  const cure = (text: string, lineText = '') => cureFrom(callMistakes, error(text, { lineText }));
  t.match(cure("implicit declaration of function '___bpf_kprobe_args6' is invalid"), /at most 5/);
  t.match(cure("call to undeclared function '___bpf_ctx_cast13'; ISO"), /at most 12/);
  t.match(cure("called object type 'int' is not a function or", '\tbpf_printk("…"'), /at most 12 values/);
  t.match(
    cure('array initializer must be an initializer list or string literal', 'bpf_printk(format)'),
    /in the call/,
  );
  t.match(cure('expected expression', '\tbpf_printk("x");'), /line before/);
  t.match(cure("expected '}'"), /a } is missing/);
  t.match(cure("cannot assign to variable 'x' with const-qualified type 'const int'"), /leave out const/);
});
