import { message } from '../../core/message.js';

/** The text of `tsecc init --help`; in it, what `--list` prints. */
export const initHelp = (templates: string) => message`Usage: tsecc init [options] [TEMPLATE] [DIR]

Writes a program to begin with into DIR, made if missing, else into the working directory: its source, a README.md
that tells how to compile and run it, and files for editors. A file that is there already is never written over.
Without TEMPLATE, it asks in a terminal.

Options:
      --list       print the templates
      --name NAME  call the program NAME, and its source NAME.bpf.c; else as the template
      --lang LANG  language of README.md and of messages: en or zh; else that of the locale
  -h, --help       print this text

Templates:
${templates}

Examples:
  tsecc init kprobe                   writes kprobe.bpf.c and more into the working directory
  tsecc init ringbuf execs            the same of another template, into execs/
  tsecc init xdp --name drop drop     drop/drop.bpf.c
`;
