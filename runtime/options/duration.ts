import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A timer of Node takes no longer one: 2^31 - 1 ms, some 24 days. */
const longest = 2 ** 31 - 1;

/** Reads a duration such as `10s`, `500ms`, `1.5m`, `2h`; gives milliseconds. Throws `usage`. */
export function parseDuration(text: string): number {
  const match = /^(\d{1,9}(?:\.\d{1,6})?)(ms|s|m|h)$/.exec(text);
  const milliseconds = Number(match?.[1]) * (unitMs[match?.[2] ?? ''] ?? NaN);
  if (milliseconds > 0 && milliseconds <= longest) return milliseconds;
  throw new TseccError('usage', message`read --duration '${text}': it is no duration`, {
    cure: message`write it as 500ms, 10s, 2m or 1h, up to 24 days`,
  });
}
