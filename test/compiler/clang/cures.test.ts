import t from 'tap';
import { addCures } from '../../../compiler/clang/cures.js';
import { clangError as error } from '../../fixtures/clang-error.js';

const helpers = '/usr/include/bpf/bpf_helper_defs.h';

t.test('a mistake has the cure of its row, else what clang proposes', async (t) => {
  t.match(String(addCures([error("call to undeclared function 'printf'; ISO C99")])[0]?.cure), /bpf_printk/);
  const fix = { file: 'a.bpf.c', line: 1, column: 6, endLine: 1, endColumn: 6, text: ';' };
  const proposed = error("expected ';' after expression", { lineText: 'f(x)\n', fixes: [fix] });
  t.equal(String(addCures([proposed])[0]?.cure), "write ';' at column 6");
  t.notOk('fixes' in (addCures([proposed])[0] ?? {}));
});

t.test('a header of the C library is not proposed', async (t) => {
  const note = (text: string) => ({ severity: 'note' as const, text, notes: [] });
  const header = note("include the header <stdio.h> or explicitly provide a declaration for 'printf'");
  const other = note('previous definition is here');
  const [shown] = addCures([
    { ...error("implicitly declaring library function 'printf' with type"), notes: [header, other] },
  ]);
  t.same(shown?.notes, [other]);
});

t.test('what is no usual mistake has none', async (t) => {
  t.equal(addCures([error("expected ';' after expression")])[0]?.cure, undefined);
  t.equal(addCures([error("use of undeclared identifier 'my_own'")])[0]?.cure, undefined);
});

t.test('one mistake that breaks a whole header is shown once', async (t) => {
  const shown = addCures([
    error("unknown type name '__u64'", { file: helpers }),
    error("unknown type name '__u32'", { file: helpers }),
    error('function cannot return function type', { file: helpers }),
    error("use of undeclared identifier 'y'"),
  ]);
  t.equal(shown.length, 2);
  t.equal(String(shown[0]?.notes[0]?.text), '2 more errors came from this one');
  t.equal(shown[1]?.text, "use of undeclared identifier 'y'");
});

t.test('what follows in the same line is not shown, where the row says so', async (t) => {
  const line = { lineText: 'SEC(kprobe/f)' };
  const shown = addCures([
    error("use of undeclared identifier 'kprobe'", line),
    error("use of undeclared identifier 'f'", line),
    error("use of undeclared identifier 'g'", { line: 2 }),
  ]);
  t.same(
    shown.map(({ location }) => location?.line),
    [1, 2],
  );
  t.equal(String(shown[0]?.notes[0]?.text), '1 more error came from this one');
});
