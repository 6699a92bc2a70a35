/** A number in the largest unit that leaves it at least 1, to four digits; each unit is `step` times the one before. */
export function shorten(value: number | bigint, step: number, units: readonly string[]): string {
  let rest = Number(value);
  let index = 0;
  // 999.95 would be rounded to the next unit's 1000.
  while (Math.abs(rest) >= step - 0.05 && index < units.length - 1) {
    rest /= step;
    index += 1;
  }
  const digits = index === 0 || Math.abs(rest) >= 10_000 ? Math.round(rest) : Number(rest.toPrecision(4));
  return `${digits} ${units[index] ?? ''}`;
}
