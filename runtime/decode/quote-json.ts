/** Characters that JSON leaves as they are, and that act on a terminal: DEL, C1, line separators, bidi overrides. */
const unescaped = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Text that stands in JSON as it is, which nearly all of it is. */
const plain = /^[ !#-[\]-~]*$/;

/** A string of JSON that is safe to print on a terminal too. */
export function quoteJson(text: string): string {
  if (plain.test(text)) return `"${text}"`;
  return JSON.stringify(text).replace(
    unescaped,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
