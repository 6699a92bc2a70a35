import type { Diagnostic } from '../../core/diagnostics.js';
import { message } from '../../core/message.js';

/** Headers that the user did not write: how they work inside explains nothing. */
const foreign = /^\/usr\/(?:local\/)?(?:include|lib)\/|\/bpf\/(?:bpf_\w+|usdt\.bpf)\.h$|vmlinux\.h$/;

/**
 * What is said of one place is said once, at the user's own line: where a header of libbpf or of the system is at
 * fault, that is the line that includes it. How their macros expand is left out.
 */
export function condense(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.map(atOwnLine).filter(({ severity, text, location }) => {
    const key = JSON.stringify([severity, String(text), location?.file, location?.line, location?.column]);
    const isNew = location === undefined || !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

const isForeign = ({ location }: Diagnostic): boolean => foreign.test(location?.file ?? '');

function atOwnLine(diagnostic: Diagnostic): Diagnostic {
  const notes = diagnostic.notes.filter(
    (note) => !isForeign(note) && !/^expanded from here$/.test(String(note.text)),
  );
  const { location } = diagnostic;
  if (!location || !isForeign(diagnostic)) return { ...diagnostic, notes };
  const including = notes.find(({ location }) => location !== undefined);
  if (!including?.location) return { ...diagnostic, notes };
  const inside: Diagnostic = { severity: 'note', text: message`in this header`, location, notes: [] };
  return {
    ...diagnostic,
    location: including.location,
    notes: [inside, ...notes.filter((note) => note !== including)],
  };
}
