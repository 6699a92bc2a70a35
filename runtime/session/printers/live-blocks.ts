import type { Screen } from './types.js';

/** Blocks of lines at the end of a terminal that are written over by newer ones of the same name. */
export interface LiveBlocks {
  /** The text that shows a block: with what goes up and clears the lines of those before. */
  readonly replace: (name: string, block: string) => string;
  /** Something else follows: what stands there stays. */
  readonly end: () => void;
}

/** Blocks that live where the terminal can hold them all; elsewhere each one is written below the last. */
export function liveBlocks(screen: Pick<Screen, 'rows'>): LiveBlocks {
  const blocks = new Map<string, string>();
  let height = 0;
  const end = (): void => {
    blocks.clear();
    height = 0;
  };
  return {
    replace: (name, block) => {
      blocks.set(name, block);
      const text = [...blocks.values()].join('');
      const lines = text.split('\n').length - 1;
      // The cursor cannot go above the first line: what is as high as the screen would not be written over.
      if (screen.rows === undefined || lines >= screen.rows) {
        end();
        return block;
      }
      // CUU and ED of ECMA-48.
      const clear = height === 0 ? '' : `\x1b[${height}A\x1b[J`;
      height = lines;
      return `${clear}${text}`;
    },
    end,
  };
}
