import type { Readable } from 'node:stream';
import type { CommandIo } from '../../../core/command.js';
import { drawFrame, type Size } from './frame.js';
import { readKeys, type Key } from './keys.js';

/** A terminal that is ours as a whole until it is disposed. */
export interface Screen extends Disposable {
  readonly size: () => Size;
  readonly draw: (lines: readonly string[]) => void;
}

/** Whom a screen tells. */
export interface ScreenEvents {
  readonly onKey: (key: Key) => void;
  readonly onResize: () => void;
}

// ECMA-48 and xterm: the other screen without cursor, and back.
const enter = '\x1b[?1049h\x1b[?25l\x1b[2J';
const leave = '\x1b[?25h\x1b[?1049l';

/** Whether there is a terminal to draw on and to read keys from. */
export const canDraw = ({ stdin, stdout, env }: CommandIo): boolean =>
  stdout.isTTY === true && 'isTTY' in stdin && stdin.isTTY === true && env['TERM'] !== 'dumb';

/**
 * Takes the terminal: the other screen, keys as they are typed. Disposing gives it back as it was; so does the end of the
 * process, whatever ends it, but for a signal that nobody can catch.
 */
export function openScreen({ stdin, stdout }: CommandIo, { onKey, onResize }: ScreenEvents): Screen {
  const take = (chunk: Buffer | string): void => readKeys(String(chunk)).forEach(onKey);
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    process.off('exit', close);
    stdout.off('resize', onResize);
    stdin.off('data', take);
    setRaw(stdin, false);
    stdin.pause();
    stdout.write(leave);
  };
  process.once('exit', close);
  setRaw(stdin, true);
  stdin.on('data', take);
  stdin.resume();
  stdout.on('resize', onResize);
  stdout.write(enter);
  return {
    size: () => ({ columns: stdout.columns ?? 80, rows: stdout.rows ?? 24 }),
    draw: (lines) => {
      if (open) stdout.write(drawFrame(lines));
    },
    [Symbol.dispose]: close,
  };
}

function setRaw(stdin: Readable, raw: boolean): void {
  if ('setRawMode' in stdin && typeof stdin.setRawMode === 'function') stdin.setRawMode(raw);
}
