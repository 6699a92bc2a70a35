import { relocationFinder } from '../elf/relocations.js';
import type { BpfObject, ObjectProgram } from './types.js';

/** Names of the maps that a program's own instructions name, in their order, each once; not those of functions it calls. */
export function mapReferences(object: BpfObject, program: ObjectProgram): readonly string[] {
  const section = object.elf.sections[program.sectionIndex];
  if (!section) return [];
  const maps = new Set(object.maps.map(({ name }) => name));
  const inside = relocationFinder(object.elf)(section).filter(
    ({ offset }) => offset >= program.offset && offset < program.offset + program.size,
  );
  return [...new Set(inside.map(({ symbol }) => symbol.name))].filter((name) => maps.has(name));
}
