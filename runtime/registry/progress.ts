import type { Phrase, Translate } from '../../core/message.js';
import { escapeText } from '../../core/escape.js';

/** Where progress is shown. */
export interface ProgressTarget {
  readonly stderr?: { readonly isTTY?: boolean; write(text: string): unknown } | undefined;
  readonly translate?: Translate | undefined;
  readonly quiet?: boolean | undefined;
}

/** Shows how far a transfer is. */
export interface TransferProgress extends Disposable {
  /** Of `total` bytes there are `done`. */
  show(done: number, total: number): void;
}

/** Milliseconds between two drawings: more would only flicker. */
const interval = 100;

/** Characters of the bar. */
const width = 24;

/** A bar on a terminal, in a line that is gone afterwards; nothing anywhere else. */
export function showTransfer(
  text: Phrase,
  { stderr, translate = String, quiet }: ProgressTarget,
  now: () => number = () => performance.now(),
): TransferProgress {
  const shows = stderr?.isTTY === true && !quiet;
  let drawn = -Infinity;
  return {
    show(done, total) {
      if (!shows || (now() - drawn < interval && done < total)) return;
      drawn = now();
      stderr.write(`\r\x1b[K${escapeText(translate(text))} ${bar(done, total)} ${size(done)}/${size(total)}`);
    },
    [Symbol.dispose]() {
      if (drawn > -Infinity) stderr?.write('\r\x1b[K');
    },
  };
}

function bar(done: number, total: number): string {
  const filled = total === 0 ? width : Math.min(width, Math.floor((done / total) * width));
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}]`;
}

function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
