/** The time of day as HH:MM:SS, in the time zone of the process. */
export function clockTime(time: Date): string {
  return [time.getHours(), time.getMinutes(), time.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** Nanoseconds since 1970 as the text of a number of seconds, no digit lost: `1700000000.000000001`. */
export function epochSeconds(nanoseconds: bigint): string {
  const digits = nanoseconds.toString().padStart(10, '0');
  return `${digits.slice(0, -9)}.${digits.slice(-9)}`;
}
