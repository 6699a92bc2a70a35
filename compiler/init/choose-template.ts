import { addAbortListener } from 'node:events';
import { emitKeypressEvents, type Key } from 'node:readline';
import type { CommandIo } from '../../core/command.js';
import { message, type Translate } from '../../core/message.js';
import { moveChoice, type Choice } from './move-choice.js';

/** A terminal that keys can be read from one by one, as `process.stdin` is. */
export interface Keyboard {
  readonly isTTY?: boolean;
  setRawMode: (raw: boolean) => unknown;
}

/** True where somebody can be asked: keys come from a terminal, and they are told on one. */
export function canAsk({ stdin, stderr }: CommandIo): boolean {
  return isKeyboard(stdin) && stdin.isTTY === true && stderr.isTTY === true;
}

/**
 * Asks for one of these lines in a terminal, by arrow keys or by its number; gives the index, or undefined when it was
 * left by Esc, q or Ctrl-C. The list is taken away again, so that only the answer stays.
 */
export async function chooseLine(
  lines: readonly string[],
  io: Pick<CommandIo, 'stdin' | 'stderr'>,
  translate: Translate,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const { stdin, stderr } = io;
  if (!isKeyboard(stdin)) return undefined;
  let choice: Choice = { index: 0, typed: '' };
  const draw = (): unknown => stderr.write(drawn(lines, choice.index, translate));
  const undraw = (): unknown => stderr.write(`\x1b[${lines.length + 1}A\x1b[J`);
  emitKeypressEvents(stdin);
  stdin.setRawMode(true);
  draw();
  // Whoever stops listening also lets the process end.
  const keys = new AbortController();
  const answer = new Promise<number | undefined>((resolve) => {
    const leave = (): void => resolve(undefined);
    addAbortListener(keys.signal, () => stdin.off('keypress', onKey).off('end', leave).pause());
    stdin.on('keypress', onKey).once('end', leave).resume();
    signal?.addEventListener('abort', leave, { once: true, signal: keys.signal });
    function onKey(_: string | undefined, key: Key): void {
      const next = moveChoice(choice, key, lines.length);
      if (typeof next === 'string') return resolve(next === 'chosen' ? choice.index : undefined);
      choice = next;
      undraw();
      draw();
    }
  });
  try {
    return await answer;
  } finally {
    keys.abort();
    stdin.setRawMode(false);
    undraw();
  }
}

function drawn(lines: readonly string[], index: number, translate: Translate): string {
  const title = translate(message`Which template? Arrow keys or its number, then Enter; Esc to leave.`);
  const width = String(lines.length).length;
  const rows = lines.map((line, row) => {
    const text = `${row === index ? '>' : ' '} ${String(row + 1).padStart(width)}  ${line}`;
    return row === index ? `\x1b[1m${text}\x1b[0m` : text;
  });
  return `${[title, ...rows].join('\n')}\n`;
}

function isKeyboard(stream: object): stream is Keyboard & NodeJS.ReadableStream {
  return 'setRawMode' in stream && typeof stream.setRawMode === 'function';
}
