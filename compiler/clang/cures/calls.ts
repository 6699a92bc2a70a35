import { message, type Message } from '../../../core/message.js';
import type { Case, Mistake } from './types.js';

/** Calls with the wrong arguments. */
export const callMistakes: readonly Mistake[] = [
  {
    text: /implicit declaration of function '___bpf_(?:kprobe|kretprobe|uprobe|syswrap|ksyscall)_args\d+'|call to undeclared function '___bpf_\w+_args\d+'/,
    cure: message`BPF_KPROBE gives at most 5 arguments: leave out those behind`,
    spoils: 'line',
  },
  {
    text: /implicit declaration of function '___bpf_ctx_cast\d+'|call to undeclared function '___bpf_ctx_cast\d+'/,
    cure: message`BPF_PROG gives at most 12 arguments: leave out those behind`,
    spoils: 'line',
  },
  {
    text: /too (?:few|many) arguments to function call/,
    cure: (of) => {
      const prototype = calledHelper(of);
      return prototype === undefined ? undefined : message`the helper is: ${prototype}`;
    },
  },
  {
    text: /too few arguments provided to function-like macro invocation/,
    line: /\bBPF_CORE_READ\w*\s*\(/,
    cure: ({ diagnostic: { location } }) =>
      message`put commas between: ${coreRead(location?.lineText ?? '')}`,
    spoils: 'line',
  },
  {
    text: /called object type 'int' is not a function/,
    line: /\bbpf_printk\s*\(/,
    cure: message`bpf_printk takes at most 12 values behind the format: print in two lines`,
    spoils: 'line',
  },
  {
    text: /array initializer must be an initializer list or string literal/,
    line: /\bbpf_printk\s*\(/,
    cure: message`the format must stand in the call itself: bpf_printk("…", …)`,
    spoils: 'line',
  },
  {
    text: /expected expression/,
    line: /^\s*bpf_printk\s*\(/,
    cure: message`look at the line before: a ; is missing there`,
  },
  {
    text: /expected '\}'/,
    cure: message`a } is missing: the note shows the { that it belongs to, or one before it`,
  },
  {
    text: /incompatible integer to pointer conversion passing|passing 'struct .*to parameter of incompatible type '(?:const )?void \*'/,
    cure: addressOf,
  },
  {
    text: /cannot assign to variable '(?<name>\w+)' with const-qualified type/,
    cure: message`a constant is set before the program is loaded: leave out const for a variable that the program changes`,
  },
];

/** `BPF_CORE_READ(task->mm->pgd)` as it has to be; its own form where the line has another. */
function coreRead(line: string): string {
  const [, macro = '', path] = /\b(BPF_CORE_READ\w*)\s*\((?:\s*([\w>.\s-]+?)\s*\))?/.exec(line) ?? [];
  const parts = path?.split(/\s*(?:->|\.)\s*/) ?? [];
  return parts.length > 1 ? `${macro}(${parts.join(', ')})` : `${macro}(pointer, field)`;
}

function addressOf({ diagnostic: { location } }: Case): Message | undefined {
  const word = /^[A-Za-z_]\w*/.exec(location?.lineText?.slice(location.column - 1) ?? '')?.[0];
  return word === undefined ? undefined : message`give its address: &${word}`;
}

/** The prototype of the helper whose call stands nearest before the place. */
function calledHelper({ diagnostic: { location }, headers }: Case): string | undefined {
  const before = location?.lineText?.slice(0, location.column) ?? '';
  const names = Array.from(before.matchAll(/\b(bpf_\w+)\s*\(/g), ([, name = '']) => name);
  return names.toReversed().flatMap((name) => headers.prototype(name) ?? [])[0];
}
