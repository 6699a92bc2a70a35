import type { CommandIo } from '../../core/command.js';
import { paintWith, wantsColour } from '../render/colour.js';
import type { Screen } from './printers/types.js';

/** Where the lab's guest finds the size of the terminal that its output comes to: `80x24`. */
export const terminalVariable = 'TSECLI_TERMINAL';

/** The least that terminals have, for those that do not tell their size. */
const usualColumns = 80;
const usualRows = 24;

/** What standard output is like; `live` is false where other output may come between, which is not to be erased. */
export function screenOf({ stdout, env }: CommandIo, live: boolean): Screen {
  const [, columns, rows] = /^(\d{1,5})x(\d{1,5})$/.exec(env[terminalVariable] ?? '') ?? [];
  const isTerminal = stdout.isTTY === true || columns !== undefined;
  const size = (own: number | undefined, given: string | undefined, usual: number): number | undefined =>
    isTerminal ? own || Number(given) || usual : undefined;
  return {
    // Read each time: whoever sits there may change the window.
    get columns() {
      return size(stdout.columns, columns, usualColumns);
    },
    get rows() {
      return live && env['TERM'] !== 'dumb' ? size(stdout.rows, rows, usualRows) : undefined;
    },
    paint: paintWith(wantsColour(isTerminal, env)),
  };
}

/** The value of {@link terminalVariable} for a guest; undefined where standard output is no terminal. */
export function terminalSize({ stdout }: Pick<CommandIo, 'stdout'>): string | undefined {
  return stdout.isTTY ? `${stdout.columns || usualColumns}x${stdout.rows || usualRows}` : undefined;
}
