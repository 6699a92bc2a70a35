import type { ByteReader } from '../bytes.js';
import { failBtf } from './btf-error.js';
import { btfExtHeaderSize } from './constants.js';
import { openBtf, readPart } from './read-header.js';
import type { Btf, BtfExt } from './types.js';
import { message, type Phrase } from '../message.js';

type Line = BtfExt['lines'][number];
type SectionName = BtfExt['sectionNames'][number];

/** One subsection: the records of one program section. */
interface Subsection {
  readonly name: SectionName;
  /** Offsets of the records. */
  readonly records: readonly number[];
}

/**
 * Reads a `.BTF.ext` section, whose strings are those of `btf`: source lines, and the section names of function
 * info, line info and CO-RE relocations. Layout: struct btf_ext_header and bpf_line_info. Throws {@link BtfError}.
 */
export function readBtfExt(bytes: Uint8Array, btf: Btf): BtfExt {
  const { reader, headerSize } = openBtf(bytes, btfExtHeaderSize);
  const read = (name: Phrase, at: number, least: number) => {
    const part = readPart(reader, headerSize, name, at);
    return readSubsections(reader, btf, part.offset, part.offset + part.size, least);
  };
  const functions = read(message`function infos`, 8, 8);
  const lines = read(message`line infos`, 16, 16);
  // Headers from before CO-RE (Linux 5.4) end here.
  const relocations = headerSize >= btfExtHeaderSize + 8 ? read(message`CO-RE relocations`, 24, 16) : [];
  return {
    lines: lines.flatMap(({ name, records }) => records.map((at) => readLine(reader, btf, name.name, at))),
    stringOffsets: [
      ...[...functions, ...lines, ...relocations].map(({ name }) => reader.u32(name.position)),
      ...lines.flatMap(({ records }) => records.flatMap((at) => [reader.u32(at + 4), reader.u32(at + 8)])),
      // access_str_off of a struct bpf_core_relo.
      ...relocations.flatMap(({ records }) => records.map((at) => reader.u32(at + 8))),
    ],
    // type_id of one.
    relocatedTypes: relocations.flatMap(({ records }) => records.map((at) => reader.u32(at + 4))),
    sectionNames: [...functions, ...lines, ...relocations].map(({ name }) => name),
  };
}

function readSubsections(
  reader: ByteReader,
  btf: Btf,
  start: number,
  end: number,
  least: number,
): Subsection[] {
  if (start === end) return [];
  const recordSize = reader.u32(start);
  if (recordSize < least || recordSize % 4 !== 0) {
    throw failBtf(message`offset ${start}: records of ${recordSize} bytes, at least ${least} wanted`);
  }
  const subsections: Subsection[] = [];
  for (let at = start + 4; at < end;) {
    const subsection = readSubsection(reader, btf, at, recordSize, end);
    subsections.push(subsection);
    at += 8 + subsection.records.length * recordSize;
  }
  return subsections;
}

function readSubsection(
  reader: ByteReader,
  btf: Btf,
  at: number,
  recordSize: number,
  end: number,
): Subsection {
  const count = reader.u32(at + 4);
  if (at + 8 + count * recordSize > end) {
    throw failBtf(message`offset ${at + 4}: ${count} records of ${recordSize} bytes go beyond ${end}`);
  }
  return {
    name: { position: at, name: btf.stringAt(reader.u32(at)) },
    records: Array.from({ length: count }, (_, index) => at + 8 + index * recordSize),
  };
}

function readLine(reader: ByteReader, btf: Btf, section: string, at: number): Line {
  const position = reader.u32(at + 12);
  return {
    section,
    offset: reader.u32(at),
    file: btf.stringAt(reader.u32(at + 4)),
    text: btf.stringAt(reader.u32(at + 8)),
    // BPF_LINE_INFO_LINE_NUM and BPF_LINE_INFO_LINE_COL of linux/bpf.h.
    line: position >>> 10,
    column: position & 0x3ff,
  };
}
