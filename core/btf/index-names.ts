import { byteReader } from '../bytes.js';
import { BtfError, failBtf } from './btf-error.js';
import { kindNames } from './constants.js';
import { readBtfHeader } from './read-header.js';
import { extraSize } from './read-type.js';
import { message } from '../message.js';

/** Which names a BTF has, found without reading its types: for a kernel's, which has 150,000 of them. */
export interface BtfNames {
  /** Whether it has a function of this name. */
  readonly hasFunction: (name: string) => boolean;
  /** Whether it has a typedef of this name. */
  readonly hasTypedef: (name: string) => boolean;
  /** Whether anything in it is called so, for instance an enumerator. */
  readonly hasName: (name: string) => boolean;
  /** Offsets of the strings that end in this name, one that is a whole string among them. */
  readonly offsetsOf: (name: string) => readonly number[];
  /** Bytes of the strings, the base's included. */
  readonly stringsSize: number;
}

/**
 * Indexes a BTF; for a module's, `base` is the kernel's. Types are gone through at the first question after a kind of
 * them. Throws {@link BtfError}, as do `hasFunction` and `hasTypedef` for types of a form that is not known here.
 */
export function indexBtfNames(bytes: Uint8Array, base?: BtfNames): BtfNames {
  const header = readBtfHeader(bytes);
  const { stringsOffset, stringsSize } = header;
  const strings = Buffer.from(bytes.buffer, bytes.byteOffset + stringsOffset, stringsSize);
  let kinds: NameOffsets | undefined;
  const names = (): NameOffsets => (kinds ??= namesByKind(bytes, header));
  const shift = base?.stringsSize ?? 0;
  const offsetsOf = (name: string): readonly number[] => [
    ...(base?.offsetsOf(name) ?? []),
    ...placesOf(strings, name).map((offset) => offset + shift),
  ];
  return {
    hasFunction: (name) => offsetsOf(name).some((offset) => names().functions.has(offset)),
    hasTypedef: (name) => offsetsOf(name).some((offset) => names().typedefs.has(offset)),
    hasName: (name) => strings.includes(`\0${name}\0`),
    offsetsOf,
    stringsSize: shift + stringsSize,
  };
}

/** Where in the strings a name stands up to a string's end: strings may share their tails. */
function placesOf(strings: Buffer, name: string): number[] {
  const places: number[] = [];
  const text = Buffer.from(`${name}\0`);
  for (let at = strings.indexOf(text); at >= 0; at = strings.indexOf(text, at + 1)) places.push(at);
  return places;
}

interface NameOffsets {
  readonly functions: ReadonlySet<number>;
  readonly typedefs: ReadonlySet<number>;
}

function namesByKind(bytes: Uint8Array, header: ReturnType<typeof readBtfHeader>): NameOffsets {
  const end = header.typesOffset + header.typesSize;
  const reader = byteReader(bytes.subarray(0, end), header.littleEndian, failBtf);
  const functions = new Set<number>();
  const typedefs = new Set<number>();
  for (let at = header.typesOffset; at < end;) {
    const info = reader.u32(at + 4);
    const kind = kindNames[(info >>> 24) & 0x1f];
    if (!kind || kind === 'void') throw new BtfError(message`read BTF: offset ${at}: a type of unknown kind`);
    if (kind === 'func') functions.add(reader.u32(at));
    else if (kind === 'typedef') typedefs.add(reader.u32(at));
    at += 12 + extraSize(kind, info & 0xffff);
  }
  return { functions, typedefs };
}
