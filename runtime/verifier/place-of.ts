import { readBtfExt } from '../../core/btf/read-btf-ext.js';
import { instructionSize } from '../../core/object/instructions.js';
import type { BpfObject } from '../../core/object/types.js';
import type { SourceLine, VerifierLog } from './types.js';

/**
 * Where in the source a refusal is: what the object's line information says of the instruction, which has the column
 * and the whole line; else what the log says; for a program refused as a whole its first line.
 */
export function placeOf(
  log: VerifierLog,
  program: string,
  object: BpfObject | undefined,
): SourceLine | undefined {
  const lines = object ? linesOf(object) : [];
  const found = object?.programs.find(({ name }) => name === program);
  if (!found) return log.source;
  const own = lines.filter(
    ({ section, offset }) =>
      section === found.section && offset >= found.offset && offset < found.offset + found.size,
  );
  const { source, instruction, sourceIsNext } = log;
  if (!source && !instruction) return toSource(own[0]);
  const at = found.offset + (instruction?.index ?? 0) * instructionSize;
  if (instruction && !sourceIsNext && at < found.offset + found.size) {
    return toSource(own.findLast((line) => line.offset <= at)) ?? source;
  }
  // Behind the program's own instructions libbpf puts the functions that it calls: their lines are found by the text.
  const same = (line: Line): boolean =>
    line.text.trim() === source?.text && (source.line === undefined || source.line === line.line);
  return toSource(lines.find(same)) ?? source;
}

type Line = ReturnType<typeof readBtfExt>['lines'][number];

function linesOf({ elf, btf }: BpfObject): readonly Line[] {
  const section = elf.sections.find(({ name }) => name === '.BTF.ext');
  return section && btf ? readBtfExt(section.data, btf).lines : [];
}

function toSource(line: Line | undefined): SourceLine | undefined {
  // clang is given names relative to the source's folder.
  return (
    line && {
      text: line.text,
      file: line.file.replace(/^(?:\.\/)+/, ''),
      line: line.line,
      column: Math.max(line.column, 1),
    }
  );
}
