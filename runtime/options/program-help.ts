import { escapeText } from '../../core/escape.js';
import type { ObjectProgram } from '../../core/object/types.js';
import type { PackageMeta } from '../../core/package/types.js';

/** The text of `tsecli PACKAGE -h`: what the package is, and where its programs attach. */
export function programHelp(meta: PackageMeta, programs: readonly ObjectProgram[]): string {
  const { obj_name: name, doc } = meta.bpf_skel;
  const about = [doc?.brief, doc?.description ?? doc?.details].filter((text) => typeof text === 'string');
  const width = Math.max(...programs.map((program) => program.name.length), 0);
  const lines = programs.map((program) => `  ${program.name.padEnd(width)}  ${program.section}`);
  const parts = [
    [`${name}: a BPF package that takes no arguments`, ...about],
    ['Programs:', ...lines],
  ];
  return `${parts.map((part) => escapeText(part.join('\n'), { keepLines: true })).join('\n\n')}\n`;
}
