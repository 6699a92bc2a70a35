import { byteReader, type ByteReader } from '../bytes.js';
import { BTF_MAGIC, BTF_VERSION, btfHeaderSize } from './constants.js';
import { failBtf } from './btf-error.js';
import { message, type Phrase } from '../message.js';

/** Where the parts of a BTF blob lie in it: offsets from its start, sizes in bytes. */
export interface BtfHeader {
  readonly littleEndian: boolean;
  readonly headerSize: number;
  readonly typesOffset: number;
  readonly typesSize: number;
  readonly stringsOffset: number;
  readonly stringsSize: number;
}

/** Reads and checks the header of `.BTF` (struct btf_header); throws {@link BtfError}. */
export function readBtfHeader(bytes: Uint8Array): BtfHeader {
  const { reader, littleEndian, headerSize } = openBtf(bytes, btfHeaderSize);
  const part = (name: Phrase, at: number) => readPart(reader, headerSize, name, at);
  const types = part(message`types`, 8);
  const strings = part(message`strings`, 16);
  return {
    littleEndian,
    headerSize,
    typesOffset: types.offset,
    typesSize: types.size,
    stringsOffset: strings.offset,
    stringsSize: strings.size,
  };
}

/** What `.BTF` and `.BTF.ext` begin with alike: the magic, which shows the byte order, version and header size. */
export function openBtf(
  bytes: Uint8Array,
  leastHeader: number,
): { readonly reader: ByteReader; readonly littleEndian: boolean; readonly headerSize: number } {
  const littleEndian = byteReader(bytes, true, failBtf).u16(0) === BTF_MAGIC;
  const reader = byteReader(bytes, littleEndian, failBtf);
  if (reader.u16(0) !== BTF_MAGIC) throw failBtf(message`offset 0: no BTF magic`);
  if (reader.u8(2) !== BTF_VERSION) throw failBtf(message`offset 2: version ${reader.u8(2)} is not known`);
  const headerSize = reader.u32(4);
  if (headerSize < leastHeader || headerSize > bytes.length) {
    throw failBtf(message`offset 4: a header of ${headerSize} bytes in ${bytes.length}`);
  }
  return { reader, littleEndian, headerSize };
}

/** Reads an offset and size pair of the header at `at`; the offset counts from the header's end. */
export function readPart(
  reader: ByteReader,
  headerSize: number,
  name: Phrase,
  at: number,
): { readonly offset: number; readonly size: number } {
  const offset = headerSize + reader.u32(at);
  const size = reader.u32(at + 4);
  if (offset + size > reader.length) {
    throw failBtf(
      message`offset ${at}: the ${name} end at ${offset + size}, the section at ${reader.length}`,
    );
  }
  return { offset, size };
}
