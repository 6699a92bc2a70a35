import { message } from '../../core/message.js';

/** The text of `tsecc editor --help`. */
export const editorHelp = message`Usage: tsecc editor [options] [DIR]

Writes files into DIR, else into the working directory, by which editors read BPF sources as tsecc compiles them:
.clangd for clangd, and settings of Visual Studio Code that know the schema of packages. A file that somebody else wrote
or has changed is not touched; then it prints what to add to it. Again after an update of the kernel, it makes
the types anew.

Options:
      --vmlinux FILE  kernel types: a vmlinux.h or BTF; else the running kernel's
      --lang LANG     language of messages: en or zh; else that of the locale
  -h, --help          print this text

Examples:
  tsecc editor        for the working directory
  tsecc editor src    for src/
`;
