import t from 'tap';
import { ElfError } from '../../../core/elf/elf-error.js';
import { readElf } from '../../../core/elf/read-elf.js';
import { fileOffset, readSegments } from '../../../core/elf/read-segments.js';
import { binary, binaryBytes } from '../../fixtures/binaries/binaries.js';
import { mutate } from '../../fixtures/mutate.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

t.test('the parts of a file that are loaded are read, with what may be executed', async (t) => {
  t.strictSame(readSegments(readElf(binaryBytes('target'))), [
    { offset: 0, address: 0x400000, fileSize: 0x184, memorySize: 0x184, executable: true },
    { offset: 0x184, address: 0x401184, fileSize: 2, memorySize: 2, executable: false },
  ]);
  t.strictSame(readSegments(readElf(objectBytes('unlink'))), [], 'an object file is not loaded');
});

t.test('an address becomes an offset in the file, where the file has bytes for it', async (t) => {
  const { segments } = binary('target');
  t.equal(fileOffset(segments, 0x400110), 0x110);
  t.equal(fileOffset(segments, 0x401185), 0x185);
  t.equal(fileOffset(segments, 0x401186), undefined);
  t.equal(fileOffset(segments, 1), undefined);
});

t.test('program headers of another size, or outside of the file, are refused', async (t) => {
  const bytes = Uint8Array.from(binaryBytes('target'));
  new DataView(bytes.buffer).setUint16(54, 32, true);
  t.throws(() => readSegments(readElf(bytes)), {
    message: 'read ELF: offset 54: a program header of 32 bytes, not 56',
  });
  new DataView(bytes.buffer).setUint16(54, 56, true);
  new DataView(bytes.buffer).setUint16(56, 1000, true);
  t.throws(() => readSegments(readElf(bytes)), ElfError);
});

t.test('damaged files give segments or an ElfError, and nothing else', async (t) => {
  const seed = binaryBytes('target');
  for (let round = 0; round < 500; round++) {
    try {
      readSegments(readElf(mutate(seed, round)));
    } catch (error) {
      if (!(error instanceof ElfError)) t.fail(`round ${round}: ${String(error)}`);
    }
  }
  t.pass('no other error');
});
