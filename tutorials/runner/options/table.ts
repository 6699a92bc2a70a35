import { message } from '../../../core/message.js';
import type { OptionRow } from '../../../core/options/types.js';
import { languages } from '../../../core/language.js';

/** The options of tselearn, in the order of the help; they may stand anywhere. */
export const optionTable = [
  {
    name: 'kernel',
    short: 'k',
    value: 'KERNEL',
    help: message`run in a lab with this kernel, such as 6.12; of check-all, a list: 6.1,6.12`,
  },
  { name: 'lab', help: message`run in a lab, also where this host could do it` },
  { name: 'host', help: message`run on this host's kernel only` },
  { name: 'plain', help: message`of watch: lines instead of a full screen` },
  { name: 'anyway', help: message`of solution: show it before the exercise passes` },
  { name: 'json', short: 'j', help: message`of list and run: print JSON` },
  {
    name: 'lang',
    value: 'LANG',
    choices: languages,
    help: message`language of lessons and messages: en or zh; else that of the locale`,
  },
  { name: 'help', short: 'h', help: message`print this text` },
  { name: 'version', short: 'V', help: message`print the version` },
] as const satisfies readonly OptionRow[];

/** The name of one of these options. */
export type OptionName = (typeof optionTable)[number]['name'];
