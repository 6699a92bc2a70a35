import { budget } from '../budget.js';
import { ElfError } from '../elf/elf-error.js';
import { relocationFinder } from '../elf/relocations.js';
import type { ElfFile, ElfSection, ElfSymbol } from '../elf/types.js';
import { codeSections, type ObjectFunction } from './functions.js';
import { instructionSize, readReferences, type Reference } from './instructions.js';
import { message } from '../message.js';

/** What one function refers to itself. */
interface Uses {
  readonly helpers: ReadonlySet<number>;
  readonly kernelFunctions: ReadonlySet<string>;
  readonly functions: ReadonlySet<ObjectFunction>;
}

/** A place in the code of an object. */
interface Place {
  readonly sectionIndex: number;
  readonly offset: number;
}

/** Steps over a call graph; thousands of programs with thousands of subprograms each are hostile. */
const maxSteps = 5_000_000;

/** What a function may call of the kernel. */
export interface KernelCalls {
  /** Sorted ids (BPF_FUNC_*). */
  readonly helpers: readonly number[];
  /** Sorted names; `#7` for one that is called by its number in the kernel's BTF. */
  readonly kernelFunctions: readonly string[];
}

/**
 * Tells which helpers and functions of the kernel a function may call, itself or through the subprograms and callbacks
 * it refers to. What is called through a relocation is found as libbpf finds it (bpf_object__relocate_calls).
 * Throws {@link ElfError} for an object whose functions overlap or call each other beyond all measure.
 */
export function callFinder(
  elf: ElfFile,
  functions: readonly ObjectFunction[],
): (of: ObjectFunction) => KernelCalls {
  const spend = budget(
    maxSteps,
    () => new ElfError(message`read BPF object: too many calls between its functions`),
  );
  const referencesIn = sectionReferences(elf);
  const findFunction = functionFinder(functions);
  const known = new Map<ObjectFunction, Uses>();

  function usesOf(of: ObjectFunction): Uses {
    const found = known.get(of);
    if (found) return found;
    const helpers = new Set<number>();
    const kernelFunctions = new Set<string>();
    const called = new Set<ObjectFunction>();
    for (const { reference, target, external } of within(referencesIn(of.section), of)) {
      spend(1);
      if (reference.kind === 'helper') helpers.add(reference.id);
      if (reference.kind === 'kernel function') kernelFunctions.add(`#${reference.id}`);
      if (external !== undefined) kernelFunctions.add(external);
      const callee = target && findFunction(target);
      if (callee) called.add(callee);
    }
    const uses = { helpers, kernelFunctions, functions: called };
    known.set(of, uses);
    return uses;
  }

  return (of) => {
    const helpers = new Set<number>();
    const kernelFunctions = new Set<string>();
    // A set is walked in the order of insertion, and what is added while walking is walked too.
    const reached = new Set([of]);
    for (const each of reached) {
      const uses = usesOf(each);
      spend(1 + uses.helpers.size + uses.kernelFunctions.size + uses.functions.size);
      for (const id of uses.helpers) helpers.add(id);
      for (const name of uses.kernelFunctions) kernelFunctions.add(name);
      for (const callee of uses.functions) reached.add(callee);
    }
    return {
      helpers: [...helpers].sort((a, b) => a - b),
      kernelFunctions: [...kernelFunctions].sort(),
    };
  };
}

interface Located {
  readonly reference: Reference;
  /** Where the code is that the reference is to; undefined for helpers, data and kernel functions. */
  readonly target: Place | undefined;
  /** The kernel's function that is called, by a symbol that the object does not have. */
  readonly external: string | undefined;
}

/** The references of a section, decoded once, whichever functions share it. */
function sectionReferences(elf: ElfFile): (section: ElfSection) => readonly Located[] {
  const code = new Set(codeSections(elf).map(({ index }) => index));
  const relocationsFor = relocationFinder(elf);
  const known = new Map<ElfSection, readonly Located[]>();
  return (section) => {
    const found = known.get(section);
    if (found) return found;
    const relocations = relocationsFor(section);
    const symbols = new Map(relocations.map(({ offset, symbol }) => [offset, symbol]));
    // Which of two libbpf takes is nobody's to tell; no compiler writes them.
    if (symbols.size < relocations.length) {
      throw new ElfError(
        message`read BPF object: section '${section.name}' has two relocations at one place`,
      );
    }
    const located = readReferences(section.data, elf.littleEndian).map((reference) => ({
      reference,
      target: locate(reference, section, symbols.get(reference.offset), code),
      external: externalName(reference, symbols.get(reference.offset)),
    }));
    known.set(section, located);
    return located;
  };
}

function locate(
  reference: Reference,
  section: ElfSection,
  symbol: ElfSymbol | undefined,
  code: ReadonlySet<number>,
): Place | undefined {
  if (reference.kind === 'helper' || reference.kind === 'kernel function') return undefined;
  if (symbol) {
    if (!code.has(symbol.sectionIndex)) return undefined;
    // A call's immediate counts instructions from the next one, an address is in bytes; both add to the symbol.
    const distance =
      reference.kind === 'call' ? (reference.immediate + 1) * instructionSize : reference.immediate;
    return { sectionIndex: symbol.sectionIndex, offset: symbol.value + distance };
  }
  if (reference.kind === 'address') return undefined;
  return {
    sectionIndex: section.index,
    offset: reference.offset + (reference.immediate + 1) * instructionSize,
  };
}

// elf.h
const SHN_UNDEF = 0;

function externalName(reference: Reference, symbol: ElfSymbol | undefined): string | undefined {
  return reference.kind === 'call' && symbol?.sectionIndex === SHN_UNDEF ? symbol.name : undefined;
}

function functionFinder(functions: readonly ObjectFunction[]): (place: Place) => ObjectFunction | undefined {
  const starts = new Map(functions.map((each) => [`${each.section.index}:${each.offset}`, each]));
  return ({ sectionIndex, offset }) => starts.get(`${sectionIndex}:${offset}`);
}

/** The part of a section's references that lies in a function; both are in the order of offsets. */
function* within(located: readonly Located[], { offset, size }: ObjectFunction): Generator<Located> {
  for (let index = lowerBound(located, offset); index < located.length; index++) {
    const each = located[index];
    if (!each || each.reference.offset >= offset + size) return;
    yield each;
  }
}

function lowerBound(located: readonly Located[], offset: number): number {
  let low = 0;
  let high = located.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((located[middle]?.reference.offset ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
