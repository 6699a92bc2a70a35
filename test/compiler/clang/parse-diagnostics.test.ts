import * as fc from 'fast-check';
import t from 'tap';
import { parseDiagnostics } from '../../../compiler/clang/parse-diagnostics.js';

const stderr = `In file included from bad.bpf.c:1:
In file included from /usr/include/bpf/bpf_helpers.h:11:
/usr/include/bpf/bpf_helper_defs.h:78:83: error: unknown type name '__u64'
bad.bpf.c:3:43: warning: unused variable 'x' [-Wunused-variable]
bad.bpf.c:5:36:{5:36-5:40}: error: no member named 'z' in 'struct task_struct'
bad.bpf.c:4:17:{4:14-4:15}: note: expanded from macro 'M'
/usr/include/linux/types.h:5:10:{5:10-5:23}: fatal error: 'asm/types.h' file not found
error: <unknown>:0:0: in function f i32 (ptr): too many arguments
note: could not determine the original source location for bad.bpf.c:0:0
clang: error: unknown argument: '-nosuchflag'
PLEASE submit a bug report
4 errors and 1 warning generated.
`;

t.test('what clang says becomes diagnostics with places, notes and includes', async (t) => {
  const found = parseDiagnostics(stderr, (file, line) => `${file} ${line}`);
  t.same(
    found.map(({ severity, text }) => [severity, text]),
    [
      ['error', "unknown type name '__u64'"],
      ['warning', "unused variable 'x' [-Wunused-variable]"],
      ['error', "no member named 'z' in 'struct task_struct'"],
      ['error', "'asm/types.h' file not found"],
      ['error', 'in function f i32 (ptr): too many arguments'],
      ['error', "unknown argument: '-nosuchflag'"],
    ],
  );
  t.same(
    found[0]?.notes.map(({ location }) => [location?.file, location?.line]),
    [
      ['bad.bpf.c', 1],
      ['/usr/include/bpf/bpf_helpers.h', 11],
    ],
  );
  t.same(found[2]?.location, { file: 'bad.bpf.c', line: 5, column: 36, length: 4, lineText: 'bad.bpf.c 5' });
  t.equal(found[2]?.notes[0]?.text, "expanded from macro 'M'");
  t.equal(found[4]?.location, undefined);
});

t.test('whatever a program writes, it is parsed without an error', async (t) => {
  const pieces = fc.constantFrom(
    'a.c',
    ':',
    '1',
    '{',
    '}',
    '-',
    ' ',
    'error',
    'note',
    'In file included from ',
    '\n',
    '\x1b',
  );
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 200 }), (words) =>
        Array.isArray(parseDiagnostics(words.join(''))),
      ),
      { numRuns: 2000 },
    ),
  );
});
