import type { CommandIo } from '../../core/command.js';

/** Tells a person what takes so long. */
export interface Progress extends Disposable {
  /** What begins now, as a phrase. */
  step(text: string): void;
  /** Something worth keeping on the screen. */
  note(text: string): void;
}

/** On a terminal one line that changes, elsewhere a line for each step; nothing at all until the first step. */
export function showProgress(stderr: CommandIo['stderr'], quiet = false): Progress {
  const started = performance.now();
  let shown = false;
  let current = '';
  const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`;
  const draw = () => {
    shown = true;
    stderr.write(`\r\x1b[K${current} (${seconds()})`);
  };
  const clear = () => {
    if (shown) stderr.write('\r\x1b[K');
    shown = false;
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    step(text) {
      if (quiet) return;
      current = `lab: ${text}…`;
      if (stderr.isTTY) {
        draw();
        timer ??= setInterval(draw, 1000).unref();
      } else {
        stderr.write(`${current}\n`);
      }
    },
    note(text) {
      if (quiet) return;
      clear();
      stderr.write(`lab: ${text}\n`);
    },
    [Symbol.dispose]() {
      clearInterval(timer);
      timer = undefined;
      clear();
    },
  };
}
