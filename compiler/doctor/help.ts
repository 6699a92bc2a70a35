import { message } from '../../core/message.js';

/** The text of `tsecc doctor --help`. */
export const doctorHelp = message`Usage: tsecc doctor [options]

Tells what a compile needs, what of it is here, and what mends what is missing. Programs are started, headers looked for as
clang does, and vmlinux.h is made. It ends with 0 where sources can be compiled, else with 9. What runs packages is told by
tsecli doctor.

Options:
      --json       print one JSON document: {"checks": [...]}
      --lang LANG  language of messages: en or zh; else that of the locale
  -h, --help       print this text
`;
