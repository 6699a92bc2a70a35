/** An `#include` as it is written. */
export interface IncludedName {
  readonly name: string;
  /** In quotes, not in angle brackets. */
  readonly quoted: boolean;
  /** `#include_next`: looked for behind the directory of the file itself. */
  readonly next: boolean;
}

// Comments and lines that a condition leaves out count too: what is not needed is looked for in vain, and that is all.
const include = /#[ \t]*(?:include|import)(_next)?[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>|(?=[^\s"<]))/g;
const asked = /__has_include(_next)?[ \t]*\([ \t]*(?:"([^"\n]+)"|<([^>\n]+)>|(?=[^\s"<]))/g;

// The clock, and files that clang does not name among those it read.
const untraceable = /__(?:DATE|TIME|TIMESTAMP)__|\.incbin|#[ \t]*embed\b|__has_embed/;

/**
 * The headers that a C file names. Undefined for one whose meaning hangs on more than the text of files: the names come
 * from macros, the time is put in, or other files are.
 */
export function includedNames(text: string): readonly IncludedName[] | undefined {
  if (untraceable.test(text)) return undefined;
  const found: IncludedName[] = [];
  for (const pattern of [include, asked]) {
    for (const [, next, quoted, angled] of text.matchAll(pattern)) {
      const name = quoted ?? angled;
      if (name === undefined) {
        // clang's own headers define it, and do not ask by it.
        if (pattern === asked) continue;
        return undefined;
      }
      found.push({ name, quoted: quoted !== undefined, next: next !== undefined });
    }
  }
  return found;
}
