import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** The part of a terminal that this needs; `process.stdin` is one. */
export interface Terminal extends Readable {
  setRawMode(raw: boolean): unknown;
}

/** What a terminal in raw mode sends for Enter. */
const entered: ReadonlySet<string> = new Set(['\r', '\n']);

/** For Ctrl-C and Ctrl-D. */
const givenUp: ReadonlySet<string> = new Set(['\u0003', '\u0004']);

/** For Backspace and Delete. */
const erased: ReadonlySet<string> = new Set(['\b', '\u007f']);

/** Reads a line that the terminal does not show; undefined when it is given up with Ctrl-C or Ctrl-D. */
export async function readHidden(terminal: Terminal): Promise<string | undefined> {
  terminal.setRawMode(true);
  const given = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      const line: string[] = [];
      const decoder = new TextDecoder();
      const take = (chunk: Uint8Array | string): void => {
        const typed = Array.from(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
        for (const [index, key] of typed.entries()) {
          if (erased.has(key)) line.pop();
          else if (!entered.has(key) && !givenUp.has(key)) line.push(key);
          else {
            terminal.off('data', take);
            // At once: what flows while nobody listens is lost.
            terminal.pause();
            const rest = typed.slice(index + 1).join('');
            // What was typed ahead is for who asks next.
            if (rest !== '') terminal.unshift(Buffer.from(rest));
            resolve(givenUp.has(key) ? undefined : line.join(''));
            return;
          }
        }
      };
      terminal.on('data', take);
      // A listener alone does not wake one that was paused before.
      terminal.resume();
      once(terminal, 'end', { signal: given.signal }).then(() => resolve(undefined), reject);
    });
  } finally {
    given.abort();
    terminal.setRawMode(false);
    // An open terminal that is not paused keeps the process from ending.
    terminal.pause();
  }
}
