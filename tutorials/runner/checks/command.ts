import { resultOf } from './result.js';
import type { CheckKind } from './types.js';

/** Whether a command, run where the script was, ends as the check wants it. */
export const checkCommand: CheckKind = async ({ command = [], exit = 0 }, { script }) => {
  if (!script) return resultOf(false);
  const code = await script.run(command);
  return resultOf(code === exit, [`${command.join(' ')}: ${code}`]);
};
