import { message, type Message, type Translate } from '../../../core/message.js';
import { displayWidth } from '../../../runtime/render/display-width.js';
import { rungs, type Rung } from '../lessons/types.js';
import type { Outcome } from '../rungs/types.js';
import type { Paint } from '../../../runtime/render/colour.js';

/** What each rung asks. */
export const rungWords: Readonly<Record<Rung, Message>> = {
  L0: message`compiles`,
  L1: message`package`,
  L2: message`verifier`,
  L3: message`behaves`,
  L4: message`nothing else`,
};

/** How a ladder is drawn. */
export interface LadderStyle {
  readonly translate: Translate;
  readonly paint: Paint;
  /** Cells of a line. */
  readonly width: number;
}

/** The rungs in a line: those that were climbed, the one that was not, and those above. */
export function renderLadder(outcome: Outcome | undefined, style: LadderStyle): string {
  const { translate, paint, width } = style;
  const failed = outcome?.kind === 'not-yet' ? rungs.indexOf(outcome.stop.rung) : rungs.length;
  const words = rungs.map((rung) => `${rung} ${translate(rungWords[rung])}`);
  // Where there is no room, only what matters most has its word.
  const isNarrow = displayWidth(words.join('    ')) + 2 > width;
  return words
    .map((word, at) => {
      const text = isNarrow && at !== failed ? word.slice(0, 2) : word;
      if (outcome === undefined || outcome.kind === 'cannot' || at > failed) return paint('dim', `· ${text}`);
      return at < failed ? paint('green', `✓ ${text}`) : paint('red', `✗ ${text}`);
    })
    .join('  ');
}
