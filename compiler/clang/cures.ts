import type { Diagnostic } from '../../core/diagnostics.js';
import { message, type Phrase } from '../../core/message.js';
import { backEndMistakes } from './cures/back-end.js';
import { callMistakes } from './cures/calls.js';
import { headerMistakes } from './cures/headers.js';
import { nameMistakes } from './cures/names.js';
import type { Mistake } from './cures/types.js';
import { describeFix } from './describe-fix.js';
import { noHeaders, type Headers } from './headers.js';
import type { ClangDiagnostic } from './parse-diagnostics.js';

// The first row that fits is taken.
const mistakes: readonly Mistake[] = [
  ...headerMistakes,
  ...callMistakes,
  ...nameMistakes,
  ...backEndMistakes,
];

/** clang's advice for functions of the C library, which a BPF program does not have. */
const libraryHeader = /^include the header <\w+\.h> or explicitly provide a declaration for '/;

/** A diagnostic with what is known of its mistake. */
interface Judged {
  readonly diagnostic: ClangDiagnostic;
  readonly mistake: Mistake | undefined;
  readonly cure: Phrase | undefined;
}

/**
 * The diagnostics with cures for the usual mistakes, else with the change that clang proposes. Where one mistake makes
 * clang complain of many places, the first is kept and says how many errors followed.
 */
export function addCures(
  diagnostics: readonly ClangDiagnostic[],
  headers: Headers = noHeaders,
): Diagnostic[] {
  const kept: (Judged & { followers: number })[] = [];
  for (const diagnostic of diagnostics) {
    const judged = judge(diagnostic, headers);
    const source = kept.find((earlier) => spoils(earlier, judged));
    if (!source) kept.push({ ...judged, followers: 0 });
    else if (diagnostic.severity === 'error') source.followers++;
  }
  return kept.map(({ diagnostic, cure, followers }) => {
    const { fixes: _, ...shown } = diagnostic;
    const own = shown.notes.filter(({ text }) => !libraryHeader.test(String(text)));
    const notes = followers > 0 ? [...own, countNote(followers)] : own;
    return { ...shown, notes, ...(cure !== undefined && { cure }) };
  });
}

function judge(diagnostic: ClangDiagnostic, headers: Headers): Judged {
  const { severity, text, location, fixes } = diagnostic;
  if (severity === 'note') return { diagnostic, mistake: undefined, cure: undefined };
  for (const mistake of mistakes) {
    const match = mistake.text.exec(text);
    if (!match) continue;
    if (mistake.file && !mistake.file.test(location?.file ?? '')) continue;
    if (mistake.line && !mistake.line.test(location?.lineText ?? '')) continue;
    const cure =
      typeof mistake.cure === 'function'
        ? mistake.cure({ diagnostic, groups: match.groups ?? {}, headers })
        : mistake.cure;
    if (cure !== undefined) return { diagnostic, mistake, cure };
  }
  return { diagnostic, mistake: undefined, cure: describeFix(fixes, location) };
}

function spoils({ diagnostic, mistake }: Judged, later: Judged): boolean {
  if (mistake?.spoils === 'row') return later.mistake === mistake;
  if (mistake?.spoils !== 'line') return false;
  const [a, b] = [diagnostic.location, later.diagnostic.location];
  return a !== undefined && a.file === b?.file && a.line === b.line;
}

function countNote(followers: number): Diagnostic {
  const text =
    followers === 1
      ? message`1 more error came from this one`
      : message`${followers} more errors came from this one`;
  return { severity: 'note', text, notes: [] };
}
