import { message, type Message } from '../../core/message.js';
/** What a run came to. */
export interface RunSummary {
  readonly events: number;
  /** Events that the kernel says it overwrote before they were read. */
  readonly lost: number;
  /** Of the events, those that were not printed since nobody read the output any more. */
  readonly leftOut: number;
  /** Time from attached to detached, in milliseconds. */
  readonly milliseconds: number;
}

/** The closing line: `4 events, 0 lost, 1.2 s`. */
export function renderSummary({ events, lost, leftOut, milliseconds }: RunSummary): Message {
  const seconds = (milliseconds / 1000).toFixed(1);
  if (leftOut > 0) {
    return message`${events} events, ${leftOut} of them not printed since the output was closed, ${lost} lost, ${seconds} s`;
  }
  return events === 1
    ? message`1 event, ${lost} lost, ${seconds} s`
    : message`${events} events, ${lost} lost, ${seconds} s`;
}
