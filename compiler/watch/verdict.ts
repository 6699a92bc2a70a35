import { message, type Message } from '../../core/message.js';

/** How a compile ended. */
export interface Verdict {
  readonly ok: boolean;
  /** When it ended. */
  readonly at: Date;
  readonly seconds: number;
  /** The source, where several are watched. */
  readonly source: string | undefined;
}

/** The line that ends what is told of a compile: `12:03:04 ok 0.08 s`. */
export function describeVerdict({ ok, at, seconds, source }: Verdict): Message {
  const time = at.toTimeString().slice(0, 8);
  const taken = seconds.toFixed(2);
  const result = ok ? message`ok ${taken} s` : message`failed ${taken} s`;
  return source === undefined ? message`${time} ${result}` : message`${time} ${source}: ${result}`;
}
