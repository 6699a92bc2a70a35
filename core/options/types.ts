import type { Message } from '../message.js';

/** One option of a command. */
export interface OptionRow {
  readonly name: string;
  readonly short?: string;
  /** Name of its value in the help; a switch has none. FILE and DIR are names of files and directories. */
  readonly value?: string;
  /** True when the value may be left out: then it is only taken from `--name=value`. */
  readonly optionalValue?: boolean;
  /** The values there are, where they can be told. */
  readonly choices?: readonly string[];
  readonly help: Message;
}
