import type { CommandIo } from '../../core/command.js';
export async function printCompletion(argv: readonly string[], io: CommandIo): Promise<number> {
  return 0;
}
