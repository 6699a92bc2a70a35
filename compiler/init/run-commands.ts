import { fillTemplate } from '../../core/fill-template.js';
import type { Template } from './template.js';

/** What to type after `tsecc init`, in the program's directory: to compile the program, and to see it work in the lab. */
export function runCommands({ build, options, workload }: Template, name: string): readonly string[] {
  const fill = (text: string): string => fillTemplate(text, { name });
  const words = ['tsecli', '--lab', options, '--exec', shellWord(fill(workload)), 'package.json'];
  return [`tsecc ${name}.bpf.c`, ...build.map(fill), words.filter((word) => word !== '').join(' ')];
}

/** A text as one word of a shell, quoted where it has to be. */
export function shellWord(text: string): string {
  return /^[\w./][\w./-]*$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
