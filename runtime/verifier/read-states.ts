/** Longer than any state that a kernel prints of one register. */
const longestState = 400;

/**
 * The states of registers in a line of a log, by name: `R1_w=ctx(off=0,imm=0) R10=fp0` of all kernels up to 7.2, where
 * letters behind an underscore tell what was done to a register. Reads each character once.
 */
export function readStates(text: string): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  for (const match of text.matchAll(/(?<![\w(])(R\d{1,2})(?:_[a-zA-Z]{1,4})?=/g)) {
    const state = stateAt(text, match.index + match[0].length);
    if (state !== '') states.set(match[1] ?? '', state);
  }
  return states;
}

/** Up to the first blank that is not between parentheses. */
function stateAt(text: string, start: number): string {
  const last = Math.min(text.length, start + longestState);
  let depth = 0;
  let end = start;
  for (; end < last; end++) {
    const letter = text[end];
    if (letter === '(') depth++;
    else if (letter === ')') depth--;
    else if (letter === ' ' && depth <= 0) break;
  }
  return text.slice(start, end);
}
