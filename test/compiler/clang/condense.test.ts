import t from 'tap';
import { condense } from '../../../compiler/clang/condense.js';
import type { Diagnostic } from '../../../core/diagnostics.js';

const at = (file: string, line: number, text: string, notes: readonly Diagnostic[] = []): Diagnostic => ({
  severity: notes.length > 0 ? 'error' : 'note',
  text,
  location: { file, line, column: 1 },
  notes,
});
const header = '/usr/include/bpf/bpf_helpers.h';

t.test('an error in a header of libbpf is shown where the user includes it', async (t) => {
  const [shown] = condense([
    at('/usr/include/bpf/bpf_helper_defs.h', 78, 'unknown type', [
      at('a.bpf.c', 1, 'included from here'),
      at(header, 11, 'included from here'),
    ]),
  ]);
  t.match(shown, { text: 'unknown type', location: { file: 'a.bpf.c', line: 1 } });
  t.same(
    shown?.notes.map(({ text, location }) => [String(text), location?.line]),
    [['in this header', 78]],
  );
});

t.test('how macros expand is left out, and what is said twice is said once', async (t) => {
  const error = at('a.bpf.c', 5, 'no member', [
    at(header, 9, "expanded from macro 'M'"),
    at('a.bpf.c', 2, 'declared here'),
  ]);
  const shown = condense([error, error, { ...error, location: { file: 'a.bpf.c', line: 6, column: 1 } }]);
  t.same(
    shown.map(({ location }) => location?.line),
    [5, 6],
  );
  t.same(
    shown[0]?.notes.map(({ text }) => text),
    ['declared here'],
  );
});

t.test('what has no place stays', async (t) => {
  const lost: Diagnostic = { severity: 'error', text: 'x', notes: [] };
  t.equal(condense([lost, lost]).length, 2);
});
