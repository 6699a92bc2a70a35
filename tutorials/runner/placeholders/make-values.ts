import { randomInt } from 'node:crypto';

/** Texts by the names of their placeholders. */
export type Values = Readonly<Record<string, string>>;

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** What nobody can know before the run: words that are not in any language, numbers that fit an exit code, a port. */
export function makeValues(): Values {
  const [number, number2] = twoNumbers();
  return {
    nonce: makeWord(),
    nonce2: makeWord(),
    nonce3: makeWord(),
    number: String(number),
    number2: String(number2),
    port: String(randomInt(20_000, 60_001)),
  };
}

function makeWord(): string {
  return Array.from({ length: 8 }, () => letters[randomInt(letters.length)] ?? '').join('');
}

/** Two that differ, so that one is not taken for the other. */
function twoNumbers(): readonly [number, number] {
  const first = randomInt(1, 251);
  const second = randomInt(1, 250);
  return [first, second < first ? second : second + 1];
}
