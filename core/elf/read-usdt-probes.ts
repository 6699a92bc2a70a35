import { byteReader, type ByteReader } from '../bytes.js';
import { failElf } from './elf-error.js';
import type { ElfFile } from './types.js';
import { message } from '../message.js';

/** One place of a static probe: the same probe may stand in several. Addresses are those of the file's segments. */
export interface UsdtProbe {
  readonly provider: string;
  readonly name: string;
  readonly address: number;
  /** Address of the counter that tells the program that somebody listens; 0 for a probe without one. */
  readonly semaphore: number;
  /** Where the arguments are, in assembler's words: `-4@%edi 8@-16(%rbp)`. */
  readonly arguments: string;
}

/** NT_STAPSDT. */
const noteType = 3;

/**
 * Reads the notes that `sys/sdt.h` makes of each static probe (section .note.stapsdt), in their order; none for a
 * file without. Addresses are corrected for files whose sections were moved after linking. Throws {@link ElfError}.
 */
export function readUsdtProbes(elf: ElfFile): readonly UsdtProbe[] {
  const notes = elf.sections.find(({ name }) => name === '.note.stapsdt');
  if (!notes) return [];
  const base = elf.sections.find(({ name }) => name === '.stapsdt.base')?.address;
  const reader = byteReader(notes.data, elf.littleEndian, (reason) =>
    failElf(message`.note.stapsdt: ${reason}`),
  );
  const probes: UsdtProbe[] = [];
  for (let at = 0; at < reader.length;) {
    const [nameSize, size, type] = [reader.u32(at), reader.u32(at + 4), reader.u32(at + 8)];
    const description = at + 12 + padded(nameSize);
    if (type === noteType) probes.push(readProbe(reader, description, size, base));
    at = description + padded(size);
  }
  return probes;
}

/** Names and descriptions of notes are filled up to four bytes. */
function padded(size: number): number {
  return Math.ceil(size / 4) * 4;
}

function readProbe(reader: ByteReader, at: number, size: number, base: number | undefined): UsdtProbe {
  const [address, linkedBase, semaphore] = [reader.u64(at), reader.u64(at + 8), reader.u64(at + 16)];
  // What prelink moved since is seen from the base section, whose address was noted when it was linked.
  const moved = base === undefined || linkedBase === 0 ? 0 : base - linkedBase;
  const texts = Buffer.from(reader.slice(at + 24, size - 24))
    .toString('utf8')
    .split('\0');
  const [provider, name, args] = texts;
  if (provider === undefined || name === undefined || args === undefined) {
    throw failElf(message`.note.stapsdt: offset ${at}: a probe without provider, name and arguments`);
  }
  return {
    provider,
    name,
    address: address + moved,
    semaphore: semaphore === 0 ? 0 : semaphore + moved,
    arguments: args,
  };
}
