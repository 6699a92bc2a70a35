import type { Diagnostic } from '../../core/diagnostics.js';
import { typeText, type EventType } from './event-type.js';

/** The name of a keeper function begins so; no program has it. */
export const keeperPrefix = '__tsecc_export_';

/** What clang calls the keepers' lines in its messages. */
const keeperFile = '<tsecc exports>';

/**
 * C text that keeps types in an object's BTF: one static function in `.text` for each, which takes a pointer to it and
 * only returns. Nothing calls them, so libbpf (1.1 was tried) loads the same programs and the same maps as without
 * them. A variable, as ecc adds, makes a data section and with it a map; a function in a section of its own is
 * refused by libbpf; what is only declared leaves nothing in BTF (clang 14).
 */
export function exportKeeper(types: readonly EventType[]): string {
  return types
    .map(
      (type, index) =>
        `static __attribute__((used)) void ${keeperPrefix}${index}(${typeText(type)} *event) {}\n`,
    )
    .join('');
}

/** Since clang 15 -Wpedantic warns of line markers, too; the name of that warning alone would be unknown before. */
const silence = '#pragma clang diagnostic ignored "-Wpedantic"';

/**
 * What is appended to a source so that its object keeps types. A line marker tells clang that the user's file has ended,
 * and that what follows is of a system header, so that no option makes it warn about the keepers. Two line ends: a
 * backslash at the end of the source takes one of them.
 */
export function keeperText(types: readonly EventType[]): string {
  return types.length > 0 ? `\n\n${silence}\n# 1 "${keeperFile}" 3\n${exportKeeper(types)}` : '';
}

/**
 * Which types clang stumbled over in {@link keeperText}, by their place in the list; -1 stands for an error there that
 * is about none of them, such as a brace that the source has not closed. Empty when all errors are the source's own.
 */
export function failedKeepers(diagnostics: readonly Diagnostic[], count: number): ReadonlySet<number> {
  const lines = diagnostics.flatMap(({ severity, location }) =>
    severity === 'error' && location?.file === keeperFile ? [location.line] : [],
  );
  return new Set(lines.map((line) => (line <= count ? line - 1 : -1)));
}
