import type { Key } from 'node:readline';

/** The line that is chosen by now, from 0, and the digits that led to it. */
export interface Choice {
  readonly index: number;
  readonly typed: string;
}

/**
 * What a key makes of a choice among `count` lines: another one, or its end. Digits are a line's number, from 1, as long
 * as they make one together; the arrows turn around at the ends.
 */
export function moveChoice(choice: Choice, key: Key, count: number): Choice | 'chosen' | 'left' {
  switch (key.name) {
    case 'up':
    case 'k':
      return { index: (choice.index + count - 1) % count, typed: '' };
    case 'down':
    case 'j':
    case 'tab':
      return { index: (choice.index + 1) % count, typed: '' };
    case 'home':
      return { index: 0, typed: '' };
    case 'end':
      return { index: count - 1, typed: '' };
    case 'return':
    case 'enter':
      return 'chosen';
    case 'escape':
    case 'q':
      return 'left';
    case 'c':
    case 'd':
      return key.ctrl ? 'left' : choice;
    default:
      return typeDigit(choice, key.sequence ?? '', count);
  }
}

function typeDigit(choice: Choice, digit: string, count: number): Choice {
  if (!/^\d$/.test(digit)) return choice;
  const isLine = (typed: string): boolean => Number(typed) >= 1 && Number(typed) <= count;
  const typed = [choice.typed + digit, digit].find(isLine);
  return typed === undefined ? choice : { index: Number(typed) - 1, typed };
}
