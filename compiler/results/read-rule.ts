/**
 * The files of a rule for make, as clang's `-MD` writes it: `target: a.c \` and so on, with blanks, `#` and `$` in
 * names written as `\ `, `\#` and `$$`. Empty for what is no rule.
 */
export function readRule(rule: string): readonly string[] {
  const start = rule.indexOf(':');
  if (start < 0) return [];
  const words =
    rule
      .slice(start + 1)
      .replaceAll(/\\\r?\n/g, ' ')
      .match(/(?:\\[ #]|[^\s])+/g) ?? [];
  return words.map((word) => word.replaceAll(/\\([ #])/g, '$1').replaceAll('$$', '$'));
}
