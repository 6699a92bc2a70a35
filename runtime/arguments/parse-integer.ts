const decimal = /^\d+$/;
const prefixed = /^0(?:[xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)$/;

/** More digits than the largest number of 128 bits has, in binary: hostile text must not become a huge bigint. */
const maxDigits = 130;

/** A whole number in decimal, or with 0x, 0o, 0b, and perhaps a sign; undefined for any other text. */
export function parseInteger(text: string): bigint | undefined {
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  const digits = text.slice(sign.length);
  if (digits.length > maxDigits || !(decimal.test(digits) || prefixed.test(digits))) return undefined;
  const value = BigInt(digits);
  return sign === '-' ? -value : value;
}
