import { message } from '../../core/message.js';

/** The text of `tsecli doctor --help`. */
export const doctorHelp = message`Usage: tsecli doctor [options] [PACKAGE]

Tells what this machine has for tsecli: its kernel, rights, mounts, tools and lab, and which kinds of programs run here. What can
be tried is tried: programs of two instructions are loaded for a moment. With PACKAGE, what it needs, without loading it.
It ends with 0 where tsecli can work, here or in its lab; else with 9, 3 or 4, as a run would.

Options:
  -j, --json          print one JSON document: {"checks": [...]}
      --lab[=KERNEL]  look at a machine of the lab
      --ca-file FILE  trust these certificates, too, where PACKAGE comes over the network
      --plain-http    ask other machines without TLS, too
      --lang LANG     language of messages: en or zh; else that of the locale
  -h, --help          print this text

Examples:
  sudo tsecli doctor        what root can do here
  tsecli doctor --lab=6.1   what can be done in the lab
  tsecli doctor -j package.json
`;
