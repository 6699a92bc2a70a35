import * as fc from 'fast-check';
import t from 'tap';
import { writeU32, writeU64 } from '../../../core/bytes.js';
import { ElfError } from '../../../core/elf/elf-error.js';
import { readElf } from '../../../core/elf/read-elf.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const seed = objectBytes('unlink');

/** The seed object with a change, a 16-bit number at an offset of the header or a function of the copy. */
function changed(change: (bytes: Uint8Array, view: DataView) => void): Uint8Array {
  const bytes = seed.slice();
  change(bytes, new DataView(bytes.buffer));
  return bytes;
}
const sectionHeader = (index: number) => readElf(seed).sectionHeadersOffset + index * 64;

t.test('reads the sections of an object', async (t) => {
  const elf = readElf(seed);
  t.match(elf, { littleEndian: true, type: 1, machine: 247 });
  t.ok(elf.sections.every((section, index) => section.index === index));
  const program = elf.sections.find(({ name }) => name === 'kprobe/do_unlinkat');
  t.match(program, { type: 1, flags: 6, size: 152, entrySize: 0 });
  t.equal(program?.data.length, 152);
  t.equal(program?.data.buffer, seed.buffer, 'a view, not a copy');
  t.match(elf.sections[0], { name: '', type: 0, size: 0 });
  t.equal(elf.sections[elf.sectionNamesIndex]?.type, 3);
  t.equal(elf.symbols.filter(({ type }) => type === 'function').length, 2);
});

t.test('reads both byte orders alike', async (t) => {
  const little = readElf(objectBytes('globals'));
  const big = readElf(objectBytes('globals.be'));
  t.equal(big.littleEndian, false);
  const plain = (elf: typeof big) => elf.sections.map(({ name, size, type }) => ({ name, size, type }));
  t.strictSame(plain(big), plain(little));
});

t.test('gives a section without bytes in the file no data, and keeps its size', async (t) => {
  const bss = readElf(objectBytes('globals')).sections.find(({ name }) => name === '.bss');
  t.match(bss, { type: 8, size: 16 });
  t.equal(bss?.data.length, 0);
});

t.test('reads a file without sections', async (t) => {
  const bytes = changed((copy) => writeU64(copy, 40, 0, true));
  t.match(readElf(bytes), { sections: [], symbols: [] });
});

t.test('reads section counts that are too large for the header', async (t) => {
  const { sections, sectionNamesIndex } = readElf(seed);
  const bytes = changed((copy, view) => {
    view.setUint16(60, 0, true);
    view.setUint16(62, 0xffff, true);
    writeU64(copy, sectionHeader(0) + 32, sections.length, true);
    writeU32(copy, sectionHeader(0) + 40, sectionNamesIndex, true);
  });
  t.strictSame(
    readElf(bytes).sections.map(({ name }) => name),
    sections.map(({ name }) => name),
  );
});

t.test('refuses what is not a 64-bit ELF file', async (t) => {
  const refuse = (bytes: Uint8Array, message: string) =>
    t.throws(() => readElf(bytes), { name: 'ElfError', message });
  refuse(new Uint8Array(0), 'read ELF: offset 0: not an ELF file');
  refuse(new TextEncoder().encode('{"bpf_object": ""}'), 'read ELF: offset 0: not an ELF file');
  refuse(
    changed((bytes) => bytes.set([1], 4)),
    'read ELF: offset 4: not a 64-bit ELF file',
  );
  refuse(
    changed((bytes) => bytes.set([3], 5)),
    'read ELF: offset 5: unknown byte order 3',
  );
  refuse(seed.slice(0, 30), 'read ELF: offset 40: 8 bytes wanted, the end is at 30');
});

t.test('refuses what does not lie inside the file, and says where', async (t) => {
  const refuse = (bytes: Uint8Array, message: RegExp) =>
    t.throws(() => readElf(bytes), { name: 'ElfError', message });
  refuse(
    changed((_, view) => view.setUint16(60, 0xff00, true)),
    /65280 section headers do not fit into/,
  );
  refuse(
    changed((_, view) => view.setUint16(58, 40, true)),
    /offset 58: a section header of 40 bytes, not 64/,
  );
  refuse(
    changed((_, view) => view.setUint16(62, 500, true)),
    /section names: no section 500/,
  );
  refuse(
    changed((bytes) => writeU64(bytes, sectionHeader(3) + 32, 1e9, true)),
    /section 3: ends at \d+, the file at/,
  );
  refuse(
    changed((bytes) => bytes.fill(0xff, 40, 48)),
    /offset 40: 18446744073709551615 is out of range/,
  );
  refuse(
    changed((bytes) => writeU32(bytes, sectionHeader(3), 0xffff, true)),
    /string 65535: the string table ends/,
  );
});

t.test('refuses sections that multiply the bytes of the file', async (t) => {
  const bytes = changed((copy) => {
    for (let index = 1; index < readElf(seed).sections.length; index++) {
      writeU64(copy, sectionHeader(index) + 24, 0, true);
      writeU64(copy, sectionHeader(index) + 32, copy.length, true);
    }
  });
  t.throws(() => readElf(bytes), { message: /the sections overlap too much/ });
});

t.test('throws nothing but its own error on any bytes', async () => {
  const start = Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (tail) => {
      const bytes = new Uint8Array(7 + tail.length);
      bytes.set(start);
      bytes.set(tail, 7);
      try {
        readElf(bytes);
      } catch (error) {
        if (!(error instanceof ElfError)) throw error;
      }
    }),
    { numRuns: 2000 },
  );
});
