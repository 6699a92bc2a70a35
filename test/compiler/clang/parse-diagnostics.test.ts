import * as fc from 'fast-check';
import t from 'tap';
import { parseDiagnostics } from '../../../compiler/clang/parse-diagnostics.js';

const stderr = `In file included from bad.bpf.c:1:
In file included from /usr/include/bpf/bpf_helpers.h:11:
/usr/include/bpf/bpf_helper_defs.h:78:83: error: unknown type name '__u64'
bad.bpf.c:3:43: warning: unused variable 'x' [-Wunused-variable]
bad.bpf.c:5:36:{5:36-5:40}: error: no such 'z' in 'struct task_struct'
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
      ['error', "no such 'z' in 'struct task_struct'"],
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

t.test(
  'proposed changes, ranges and the word at the place are kept; quoted source lines are not read',
  async (t) => {
    const lineText = 'a.c:1:1: error: x = y + z';
    const said = `a.c:2:7:{2:3-2:6}{2:9-2:12}: error: unknown name 'abc'; did you mean 'abd'?
${lineText}
      ^~~
fix-it:"a.c":{2:7-2:10}:"abd"
b.c:16:9: error: too many args to 0x27b0e440: i64 = GlobalAddress<i32 (i32)* @sum> 0, b.c:16:9
b.c:17:9: error: 0x55af6cae4570: i64 = GlobalAddress<ptr @sum> 0, b.c:17:9 too many arguments
error: clang frontend command failed with exit code 70 (use -v to see invocation)
note: (skipping 2 expansions in backtrace; use -fmacro-backtrace-limit=0 to see all)
`;
    const found = parseDiagnostics(said, (file) => (file === 'a.c' ? lineText : undefined));
    t.same(
      found.map(({ text }) => text),
      ["unknown name 'abc'", "too many args to 'sum'", "too many args to 'sum'"],
    );
    t.match(found[0], {
      location: {
        ranges: [
          { column: 3, length: 3 },
          { column: 9, length: 3 },
        ],
      },
      fixes: [{ column: 7, endColumn: 10, text: 'abd' }],
    });
  },
);

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
