import t from 'tap';
import { formatDiagnostic } from '../../core/diagnostics.js';
import { refusalDiagnostic } from '../../core/refusal-diagnostic.js';

const refusal = {
  ...{ program: 'handle', why: 'it may be NULL', cure: 'test it' },
  ...{ file: 'x.bpf.c', line: 3, column: 4, source: '  *v = 1;' },
  said: ["R0 invalid mem access 'x'"],
  registers: [{ name: 'R0', words: 'a pointer, or NULL' }],
};

t.test('a refusal is told as compilers tell errors', async (t) => {
  t.equal(
    formatDiagnostic(refusalDiagnostic(refusal, String), { color: false }),
    `x.bpf.c:3:4: error: the verifier refuses 'handle': it may be NULL
    *v = 1;
     ^
  cure: test it
note: R0 is a pointer, or NULL
note: the verifier's words: R0 invalid mem access 'x'`,
  );
});

t.test('a place that is not known is left out, and a file can be named otherwise', async (t) => {
  const { location, cure } = refusalDiagnostic({ program: 'p', why: 'w', said: [], registers: [] }, String);
  t.equal(location, undefined);
  t.equal(cure, undefined);
  t.equal(refusalDiagnostic(refusal, String, (file) => `src/${file}`).location?.file, 'src/x.bpf.c');
});
