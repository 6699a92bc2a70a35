import { placeOf } from '../inspect/describe-programs.js';
import type { ProgramDescription } from '../inspect/types.js';

/** The program as `--binary` moves it: user-space probes look at this file, whatever their sections name. */
export function withBinary(program: ProgramDescription, binary: string | undefined): ProgramDescription {
  if (binary === undefined) return program;
  const places = program.places.map((place) =>
    /^(?:u(?:ret)?probe|usdt)/.test(place.kind) ? placeOf(moveTo(place.section, binary)) : place,
  );
  return { ...program, places };
}

/** `uprobe/libc:malloc` becomes `uprobe/BINARY:malloc`. */
function moveTo(section: string, binary: string): string {
  const slash = section.indexOf('/');
  const prefix = slash < 0 ? section : section.slice(0, slash);
  const colon = section.indexOf(':', Math.max(slash, 0));
  return `${prefix}/${binary}${colon < 0 ? '' : section.slice(colon)}`;
}
