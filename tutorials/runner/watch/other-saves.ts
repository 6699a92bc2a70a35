import { stateOf } from '../../../compiler/watch/file-state.js';
import { pathOfExercise } from '../folder/find-folder.js';
import type { Exercise } from '../lessons/types.js';

/**
 * A question to ask again and again: which exercise, beside the one at hand, has had its file saved since it was last asked.
 * Who saves the file of another would wait for an answer that does not come.
 */
export function watchOtherSaves(
  folder: string,
  exercises: readonly Exercise[],
): (atHand: Exercise) => Exercise | undefined {
  const look = () => new Map(exercises.map((each) => [each.key, stateOf(pathOfExercise(folder, each)).id]));
  let states = look();
  return (atHand) => {
    const before = states;
    states = look();
    return exercises.find(({ key }) => key !== atHand.key && before.get(key) !== states.get(key));
  };
}
