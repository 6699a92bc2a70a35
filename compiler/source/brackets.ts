import type { Token } from './tokens.js';

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * For each token the index of the bracket that pairs with it, -1 where there is none. A closing bracket that fits no
 * open one is passed over, and an open one that a closing bracket of another kind cuts off stays alone.
 */
export function pairBrackets(text: string, tokens: readonly Token[]): Int32Array {
  const pairs = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  const openOf: Record<string, number> = { ')': 0, ']': 0, '}': 0 };
  tokens.forEach((token, index) => {
    if (token.kind !== 'punctuation') return;
    const character = text.charAt(token.start);
    const expected = closing[character];
    if (expected) {
      open.push(index);
      openOf[expected] = (openOf[expected] ?? 0) + 1;
    } else if (openOf[character]) {
      for (let top = open.pop(); top !== undefined; top = open.pop()) {
        const wanted = closing[text.charAt(tokens[top]?.start ?? 0)] ?? '';
        openOf[wanted] = (openOf[wanted] ?? 1) - 1;
        if (wanted !== character) continue;
        pairs[top] = index;
        pairs[index] = top;
        break;
      }
    }
  });
  return pairs;
}
