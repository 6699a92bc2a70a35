import type { CommandIo } from '../../core/command.js';
import type { Phrase } from '../../core/message.js';

/** Tells a person what takes so long. */
export interface Progress extends Disposable {
  /** What begins now, as a phrase. */
  step(text: Phrase): void;
  /** Something worth keeping on the screen. */
  note(text: Phrase): void;
}

/** On a terminal one line that changes, elsewhere a line for each step; nothing at all until the first step. */
export function showProgress(
  { stderr, translate = String }: Pick<CommandIo, 'stderr' | 'translate'>,
  quiet = false,
): Progress {
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
      current = `lab: ${translate(text)}…`;
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
      stderr.write(`lab: ${translate(text)}\n`);
    },
    [Symbol.dispose]() {
      clearInterval(timer);
      timer = undefined;
      clear();
    },
  };
}
