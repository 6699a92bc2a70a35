/** The time of day as HH:MM:SS, in the time zone of the process. */
export function clockTime(time: Date): string {
  return [time.getHours(), time.getMinutes(), time.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** Milliseconds since 1970 as the text of a number of seconds: `1700000000.123`. */
export function epochSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
