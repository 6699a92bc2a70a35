import t from 'tap';
import { backEndMistakes } from '../../../../compiler/clang/cures/back-end.js';
import { clangError as error, cureFrom } from '../../../fixtures/clang-error.js';

t.test('what BPF cannot do is told with what to do instead', async (t) => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['Looks like the BPF stack limit of 512 bytes is exceeded.', /PERCPU_ARRAY/],
    ["A call to built-in function 'memcmp' is not supported.", /__builtin_memcmp/],
    ["A call to built-in function '__adddf3' is not supported.", /floating-point/],
    ["A call to built-in function '__udivti3' is not supported.", /no C library/],
    ["A call to built-in function '__divti3' is not supported.", /unsigned/],
    ["too many args to 'sum'", /at most 5 arguments/],
    ['stack arguments are not supported', /at most 5 arguments/],
    ['functions with VarArgs or StructRet are not supported', /returns no struct/],
    ['aggregate returns are not supported', /returns no struct/],
    ['variadic functions are not supported', /returns no struct/],
    ['variable length array used', /constant size/],
    ['unsupported dynamic stack allocation', /constant size/],
    ["unknown argument: '-nosuchflag'", /--additional-cflags/],
  ];
  for (const [text, cure] of cases) t.match(cureFrom(backEndMistakes, error(text)), cure, text);
});
