import { byteReader, writeU32, type ByteReader } from '../bytes.js';
import { stringTable } from '../string-table.js';
import { failBtf } from './btf-error.js';
import { kindNames } from './constants.js';
import { extraSize } from './read-type.js';
import { readBtfHeader, type BtfHeader } from './read-header.js';
import { typeOffsets } from './type-offsets.js';
import type { BtfType } from './types.js';

/** What other parts of an object refer to: types by their ids, strings by where they begin. */
export interface OtherUses {
  readonly types: ReadonlySet<number>;
  readonly strings: ReadonlySet<number>;
}

/** A forward declaration: its struct btf_type, and its name. */
interface Forward {
  readonly id: number;
  readonly nameAt: number;
  readonly info: number;
  readonly name: string;
}

/**
 * Gives the forward declarations that a BTF blob ends with the order of their names, in place. LLVM 14 writes them so
 * (BTFDebug.cpp, FixupDerefs); later ones as they lie in memory, which a precompiled header changes: the same source had
 * other bytes then. What others than the blob refer to stays where it is: of the types, all of them then.
 * Throws {@link BtfError} for bytes that are no BTF.
 */
export function orderForwards(btf: Uint8Array, usesOf: () => OtherUses): void {
  const header = readBtfHeader(btf);
  const offsets = typeOffsets(btf);
  const reader = byteReader(btf, header.littleEndian, failBtf);
  const forwards = trailingForwards(btf, { header, offsets, reader });
  const ordered = forwards.toSorted((one, other) => compare(one.name, other.name) || one.info - other.info);
  const inOrder = ordered.every((forward, rank) => forward === forwards[rank]);
  if (inOrder) return;
  const uses = usesOf();
  if (forwards.some(({ id }) => uses.types.has(id))) return;
  const from = offsets.length - forwards.length;
  const ids = new Map(ordered.map(({ id }, rank) => [id, from + rank]));
  const write = (at: number, value: number): void => writeU32(btf, at, value, header.littleEndian);
  for (const at of offsets.slice(1)) {
    for (const place of references(reader, at)) {
      const id = ids.get(reader.u32(place));
      if (id !== undefined) write(place, id);
    }
  }
  const before = offsets.slice(1, from).flatMap((at) => nameOffsets(reader, at));
  const names = orderNames(btf, header, ordered, new Set([...before, ...uses.strings]));
  ordered.forEach(({ info, nameAt }, rank) => {
    const at = offsets[from + rank] ?? 0;
    write(at, names.get(nameAt) ?? nameAt);
    write(at + 4, info);
  });
}

interface Blob {
  readonly header: BtfHeader;
  readonly offsets: readonly number[];
  readonly reader: ByteReader;
}

function trailingForwards(btf: Uint8Array, { header, offsets, reader }: Blob): readonly Forward[] {
  const { stringsOffset, stringsSize } = header;
  const stringAt = stringTable(btf.subarray(stringsOffset, stringsOffset + stringsSize), failBtf);
  const found: Forward[] = [];
  for (let id = offsets.length - 1; id > 0; id--) {
    const at = offsets[id] ?? 0;
    if (kindAt(reader, at) !== 'fwd') break;
    const nameAt = reader.u32(at);
    found.unshift({ id, nameAt, info: reader.u32(at + 4), name: stringAt(nameAt) });
  }
  return found;
}

/** By bytes, as std::map compares strings. */
function compare(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

type Kind = Exclude<BtfType['kind'], 'void'>;

// The types were walked through already: each is of a known kind.
const kindAt = (reader: ByteReader, at: number): Kind =>
  kindNames[(reader.u32(at + 4) >>> 24) & 0x1f] as Kind;

/** What a type refers to, beside its own name. */
interface Layout {
  /** The third word is the id of a type. */
  readonly own?: true;
  /** Where a part has the id of its type. */
  readonly partType?: number;
  /** A part begins with its name. */
  readonly partNames?: true;
}

const own: Layout = { own: true };
const none: Layout = {};
const members: Layout = { partType: 4, partNames: true };

const layouts: Readonly<Record<Kind, Layout>> = {
  int: none,
  ptr: own,
  array: none,
  struct: members,
  union: members,
  enum: { partNames: true },
  fwd: none,
  typedef: own,
  volatile: own,
  const: own,
  restrict: own,
  func: own,
  func_proto: { ...members, own: true },
  var: own,
  datasec: { partType: 0 },
  float: none,
  decl_tag: own,
  type_tag: own,
  enum64: { partNames: true },
};

/** Where the ids of types stand in the type at an offset. */
function references(reader: ByteReader, at: number): readonly number[] {
  const kind = kindAt(reader, at);
  // The types of the elements and of the index.
  if (kind === 'array') return [at + 12, at + 16];
  const { own: isOwn, partType } = layouts[kind];
  const ofParts = partType === undefined ? [] : partsOf(reader, at).map((part) => part + partType);
  return isOwn ? [at + 8, ...ofParts] : ofParts;
}

/** Where the names begin of the type at an offset, and of its parts. */
function nameOffsets(reader: ByteReader, at: number): readonly number[] {
  const parts = layouts[kindAt(reader, at)].partNames ? partsOf(reader, at) : [];
  return [at, ...parts].map((place) => reader.u32(place));
}

/** Where the parts begin of a type that has any. */
function partsOf(reader: ByteReader, at: number): readonly number[] {
  const size = extraSize(kindAt(reader, at), 1);
  return Array.from({ length: reader.u32(at + 4) & 0xffff }, (_, index) => at + 12 + index * size);
}

/** Puts the names that the strings end with, and that nobody else uses, in order; gives where each went. */
function orderNames(
  btf: Uint8Array,
  { stringsOffset, stringsSize }: BtfHeader,
  ordered: readonly Forward[],
  used: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const lengths = new Map(ordered.map(({ nameAt, name }) => [nameAt, Buffer.byteLength(name) + 1]));
  let start = stringsSize;
  for (const nameAt of [...lengths.keys()].toSorted((one, other) => other - one)) {
    if (used.has(nameAt) || nameAt + (lengths.get(nameAt) ?? 0) !== start) break;
    start = nameAt;
  }
  const places = new Map<number, number>();
  const old = btf.slice(stringsOffset, stringsOffset + stringsSize);
  let next = start;
  for (const { nameAt } of ordered) {
    if (nameAt < start || places.has(nameAt)) continue;
    const name = old.subarray(nameAt, nameAt + (lengths.get(nameAt) ?? 0));
    btf.set(name, stringsOffset + next);
    places.set(nameAt, next);
    next += name.length;
  }
  return places;
}
