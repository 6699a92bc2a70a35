import type { OptionRow } from '../core/options/types.js';
import { languages } from '../core/language.js';
import { message, type Message, type Phrase, type Translate } from '../core/message.js';
import type { CompileFilesOptions } from './compile-files.js';
import { formats } from './report/formats.js';
import { subcommandRows } from './subcommands.js';
import { architectureNames } from './toolchain/architecture.js';
import type { Watching } from './watch/watch-sources.js';

/** What a command line asks for. */
export type Command =
  | {
      readonly kind: 'compile';
      readonly source: string;
      readonly verbose: boolean;
      /** Whether a kernel is asked what it says of the package. */
      readonly check: boolean;
      readonly options: CompileFilesOptions;
    }
  | ({ readonly kind: 'watch'; readonly verbose: boolean } & Watching)
  | { readonly kind: 'help' }
  | { readonly kind: 'version' };

/** Every option, in the order of the help. Letters and names are ecc's where ecc has the option. */
export const optionRows: readonly OptionRow[] = [
  {
    name: 'output-path',
    short: 'o',
    value: 'DIR',
    help: message`write into DIR, made if missing; else beside the source`,
  },
  { name: 'verbose', short: 'v', help: message`print the commands that are run` },
  { name: 'yaml', short: 'y', help: message`write package.yaml in place of package.json` },
  {
    name: 'additional-cflags',
    short: 'a',
    value: 'FLAGS',
    help: message`more flags for clang, quoted as for a shell`,
  },
  {
    name: 'clang-bin',
    short: 'c',
    value: 'FILE',
    help: message`clang to use; else $CLANG, else the one in PATH`,
  },
  {
    name: 'llvm-strip-bin',
    short: 'l',
    value: 'FILE',
    help: message`llvm-strip to use; else $LLVM_STRIP, else the one in PATH`,
  },
  { name: 'no-generate-package-json', short: 'n', help: message`write the object only` },
  { name: 'header-only', help: message`export the structs of SOURCE itself, which may be a header` },
  { name: 'watch', help: message`compile again whenever SOURCE, or what it includes, is saved` },
  { name: 'run', help: message`with --watch: run each package; words behind -- are options for tsecli` },
  { name: 'types', help: message`write SOURCE.d.ts too: TypeScript types of what tsecli prints as JSON` },
  {
    name: 'btfgen',
    short: 'b',
    help: message`make SOURCE.tar too: package and minimal BTF, for kernels without BTF`,
  },
  {
    name: 'btfhub-archive',
    value: 'DIR',
    help: message`with -b: BTF of those kernels, laid out as BTFHub's archive`,
  },
  {
    name: 'standalone',
    short: 's',
    help: message`make SOURCE too: one executable file that needs no Node.js and no tsecli`,
  },
  {
    name: 'target-arch',
    value: 'ARCH',
    choices: architectureNames,
    help: message`compile for ${architectureNames.join(', ')}`,
  },
  {
    name: 'vmlinux',
    value: 'FILE',
    help: message`kernel types: a vmlinux.h or BTF; else the running kernel's`,
  },
  {
    name: 'check',
    help: message`load the package too, here or in the lab; explain what is refused`,
  },
  { name: 'no-cache', help: message`compile anew, whatever was kept of an earlier compile of the same` },
  {
    name: 'format',
    value: 'FORM',
    choices: formats,
    help: message`tell what is wrong as text or json: an object a line, on standard output`,
  },
  {
    name: 'lang',
    value: 'LANG',
    choices: languages,
    help: message`language of messages: en or zh; else that of the locale`,
  },
  { name: 'help', short: 'h', help: message`print this text` },
  { name: 'version', help: message`print the version` },
];

/** Command lines that show what there is, in the help. */
const examples: readonly (readonly [line: string, what: Message])[] = [
  ['tsecc kprobe-link.bpf.c', message`writes kprobe-link.bpf.o and package.json`],
  ['tsecc kprobe-link.bpf.c -o build', message`the same, in build/`],
  ['tsecc trace.bpf.c trace.h', message`with the structs of trace.h`],
  ["tsecc -a '-DDEBUG -Iinclude' trace.bpf.c", message`with more flags for clang`],
  ['tsecc --vmlinux vmlinux.h trace.bpf.c', message`for the kernel that this vmlinux.h is of`],
  ['tsecc --watch trace.bpf.c', message`again after each save`],
  ['tsecc --watch --run trace.bpf.c -- --lab', message`and runs it in the lab`],
  ['tsecc --format json trace.bpf.c', message`for an editor`],
  ['tsecc --types trace.bpf.c', message`and writes trace.d.ts`],
];

/** The text of `tsecc --help`, in the language of `translate`. */
export function helpText(translate: Translate): string {
  const table = (rows: readonly (readonly [string, Phrase])[], width: number): string =>
    rows.map(([left, right]) => `  ${left.padEnd(width)}${translate(right)}\n`).join('');
  const options = optionRows.map(({ name, short, value, help }): [string, Phrase] => [
    `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`,
    help,
  ]);
  const commands = subcommandRows.map(({ name, usage, help }): [string, Phrase] => [
    `tsecc ${name} ${usage}`,
    help,
  ]);
  return `${translate(message`Usage: ${'tsecc [options] SOURCE.bpf.c [EVENTS.h]'}`)}

${translate(message`Compiles one BPF source to an object (SOURCE.bpf.o) and to a package (package.json) that tsecli runs.
The package describes what the source puts into its buffers, and the structs of EVENTS.h.`)}

${translate(message`Options:`)}
${table(options, 32)}
${translate(message`Other commands:`)}
${table(commands, 43)}
${translate(message`Examples:`)}
${table(examples, 43)}
${translate(message`Exit codes: 0 done, 1 clang refused the source, 2 usage, 5 the verifier refused it (--check),
9 a needed tool is missing`)}
`;
}
