import type { Diagnostic } from '../../core/diagnostics.js';
import { relocationFinder } from '../../core/elf/relocations.js';
import { message } from '../../core/message.js';
import { codeSections } from '../../core/object/functions.js';
import { instructionLines } from './instruction-lines.js';
import type { Check } from './types.js';

const memory = /^mem(?:cpy|set|cmp|move|chr)$/;

/** Calls of functions that are defined nowhere, of the C library for instance: libbpf refuses the object. */
export const checkUndefined: Check = ({ object, places }) => {
  const { elf, btf } = object;
  const declared = new Set(
    (btf?.types ?? []).flatMap((type) =>
      type.kind === 'datasec' && (type.name === '.ksyms' || type.name === '.kconfig')
        ? type.variables.map(({ typeId }) => nameOf(btf?.types[typeId]))
        : [],
    ),
  );
  const missing = elf.symbols.filter(
    ({ sectionIndex, binding, name }) => sectionIndex === 0 && binding === 'global' && !declared.has(name),
  );
  if (missing.length === 0) return [];
  const lineOf = instructionLines(object, places);
  const relocationsIn = relocationFinder(elf);
  const uses = codeSections(elf).flatMap((section) =>
    relocationsIn(section).map((each) => ({ section, ...each })),
  );
  return missing.map(({ name }): Diagnostic => {
    const use = uses.find(({ symbol }) => symbol.name === name);
    const location = use && lineOf(use.section.name, use.offset);
    return {
      severity: 'error',
      text: message`'${name}' is defined nowhere: libbpf cannot load the object`,
      ...(location && { location }),
      notes: [],
      cure: memory.test(name)
        ? message`there is no C library in the kernel: give __builtin_${name} a constant size, or write a loop`
        : message`define it here, or declare a function of the kernel with __ksym`,
    };
  });
};

const nameOf = (type: { readonly kind: string; readonly name?: string } | undefined): string =>
  type?.name ?? '';
