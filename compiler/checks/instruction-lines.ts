import { readBtfExt } from '../../core/btf/read-btf-ext.js';
import type { SourceLocation } from '../../core/diagnostics.js';
import type { BpfObject } from '../../core/object/types.js';
import type { SourcePlaces } from './source-places.js';

/** Gives the source line that an instruction comes from, by its section and its offset there in bytes. */
export type LineOf = (section: string, offset: number) => SourceLocation | undefined;

/** Reads which lines the instructions of an object come from; knows none where it has no such information. */
export function instructionLines({ elf, btf }: BpfObject, places: SourcePlaces): LineOf {
  const data = elf.sections.find(({ name }) => name === '.BTF.ext')?.data;
  const lines = btf && data ? readBtfExt(data, btf).lines : [];
  return (section, offset) => {
    const found = lines.findLast((line) => line.section === section && line.offset <= offset);
    return found && places.line(found.file, found.line, found.column);
  };
}
