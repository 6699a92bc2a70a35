import { packageError } from './package-error.js';

interface ForeignFormat {
  readonly name: string;
  readonly magic: readonly number[];
  readonly offset: number;
  readonly cure: string;
}

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

// What people hand over in place of a package, by its first bytes.
const formats: readonly ForeignFormat[] = [
  {
    name: 'an ELF object',
    magic: [0x7f, ...ascii('ELF')],
    offset: 0,
    cure: 'tsecc makes a package of its source: tsecc <name>.bpf.c',
  },
  { name: 'a zip file', magic: ascii('PK\x03\x04'), offset: 0, cure: 'unpack it first: unzip' },
  { name: 'a gzip file', magic: [0x1f, 0x8b], offset: 0, cure: 'unpack it first: gunzip, or tar xzf' },
  {
    name: 'an xz file',
    magic: [0xfd, ...ascii('7zXZ')],
    offset: 0,
    cure: 'unpack it first: xz -d, or tar xJf',
  },
  { name: 'a zstd file', magic: [0x28, 0xb5, 0x2f, 0xfd], offset: 0, cure: 'unpack it first: unzstd' },
  { name: 'a tar file', magic: ascii('ustar'), offset: 257, cure: 'unpack it first: tar xf' },
  {
    name: 'a web page',
    magic: ascii('<'),
    offset: 0,
    cure: 'check the address: it answered with HTML or XML',
  },
  {
    name: 'YAML',
    magic: ascii('bpf_object:'),
    offset: 0,
    cure: 'only JSON packages run: compile it without --yaml',
  },
  { name: 'C source', magic: ascii('#include'), offset: 0, cure: 'compile it first: tsecc <name>.bpf.c' },
];

/** Throws when the bytes are a known format other than JSON, and names it. */
export function refuseForeign(bytes: Uint8Array): void {
  for (const { name, magic, offset, cure } of formats) {
    if (magic.every((byte, index) => bytes[offset + index] === byte)) {
      throw packageError(`this is ${name}, not a package`, { cure });
    }
  }
}
