import { escapeText } from '../../../core/escape.js';
import { message } from '../../../core/message.js';
import type { Learner } from '../commands/learner.js';
import type { Exercise } from '../lessons/types.js';
import { describeOutcome } from '../report/describe-outcome.js';
import { wrap } from '../report/wrap.js';
import { bodyHeight, clampScroll, layFrame, type View } from '../screen/frame.js';
import { openScreen, type ScreenEvents } from '../screen/terminal.js';
import { isDone, type WatchState } from './state.js';
import { viewOf } from './view.js';

/** How a watch is shown. */
export interface Show extends Disposable {
  readonly update: (state: WatchState) => void;
  /** A run has ended. */
  readonly judged: (state: WatchState) => void;
  /** Lines of the body that are shown at once. */
  readonly height: () => number;
}

/** On the whole screen of a terminal. */
export function screenShow({ io, style }: Learner, events: ScreenEvents): Show {
  const screen = openScreen(io, events);
  let height = 1;
  return {
    update: (state) => {
      const size = screen.size();
      const view = viewOf(state, { ...style, width: size.columns });
      height = bodyHeight(view, size);
      screen.draw(layFrame(view, size, scrollOf(state, view, size)));
    },
    judged: () => undefined,
    height: () => height,
    [Symbol.dispose]: () => screen[Symbol.dispose](),
  };
}

/** In the list, so that the chosen one is in sight. */
function scrollOf(state: WatchState, view: View, size: Parameters<typeof clampScroll>[1]): number {
  if (state.view !== 'list') return clampScroll(view, size, state.scroll);
  const line = view.body.findIndex((each) => /^(?:\p{Cc}\[\d+m)?>/u.test(each));
  return clampScroll(view, size, line - Math.floor(bodyHeight(view, size) / 2));
}

/** In lines, for pipes and for who wants them: each exercise when it is begun, each run when it has ended. */
export function plainShow({ io, style }: Learner): Show {
  const { translate, language, width } = style;
  const write = (lines: readonly string[]): void => void io.stdout.write(`${lines.join('\n')}\n`);
  let shown: Exercise | undefined;
  let note: WatchState['note'];
  return {
    update: (state) => {
      const exercise = state.exercises[state.at];
      if (exercise && exercise !== shown) {
        const { label, title, task, lesson, file } = exercise;
        write(['', `${label} ${title[language]}: ${lesson.name}/${file}`, ...wrap(task[language], width)]);
      }
      shown = exercise;
      if (state.note !== undefined && state.note !== note) {
        io.stderr.write(`${escapeText(translate(state.note))}\n`);
      }
      note = state.note;
    },
    judged: (state) => {
      const exercise = state.exercises[state.at];
      if (exercise && state.judgement) write(describeOutcome(exercise, state.judgement, style));
      if (isDone(state)) write([translate(message`All exercises pass. Well done!`)]);
    },
    height: () => 1,
    [Symbol.dispose]: () => undefined,
  };
}
