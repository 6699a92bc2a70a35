import { packageError } from './package-error.js';
import { message, type Phrase } from '../message.js';

interface ForeignFormat {
  readonly name: Phrase;
  readonly magic: readonly number[];
  readonly offset: number;
  readonly cure: Phrase;
}

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

// What people hand over in place of a package, by its first bytes.
const formats: readonly ForeignFormat[] = [
  {
    name: message`an ELF object`,
    magic: [0x7f, ...ascii('ELF')],
    offset: 0,
    cure: message`tsecc makes a package of its source: tsecc <name>.bpf.c`,
  },
  { name: message`a zip file`, magic: ascii('PK\x03\x04'), offset: 0, cure: message`unpack it first: unzip` },
  {
    name: message`a gzip file`,
    magic: [0x1f, 0x8b],
    offset: 0,
    cure: message`unpack it first: gunzip, or tar xzf`,
  },
  {
    name: message`an xz file`,
    magic: [0xfd, ...ascii('7zXZ')],
    offset: 0,
    cure: message`unpack it first: xz -d, or tar xJf`,
  },
  {
    name: message`a zstd file`,
    magic: [0x28, 0xb5, 0x2f, 0xfd],
    offset: 0,
    cure: message`unpack it first: unzstd`,
  },
  { name: message`a tar file`, magic: ascii('ustar'), offset: 257, cure: message`unpack it first: tar xf` },
  {
    name: message`a web page`,
    magic: ascii('<'),
    offset: 0,
    cure: message`check the address: it answered with HTML or XML`,
  },
  {
    name: 'YAML',
    magic: ascii('bpf_object:'),
    offset: 0,
    cure: message`only JSON packages run: compile it without --yaml`,
  },
  {
    name: message`C source`,
    magic: ascii('#include'),
    offset: 0,
    cure: message`compile it first: tsecc <name>.bpf.c`,
  },
];

/** Throws when the bytes are a known format other than JSON, and names it. */
export function refuseForeign(bytes: Uint8Array): void {
  for (const { name, magic, offset, cure } of formats) {
    if (magic.every((byte, index) => bytes[offset + index] === byte)) {
      throw packageError(message`this is ${name}, not a package`, { cure });
    }
  }
}
