import t from 'tap';
import { openBtf, readBtfHeader, readPart } from '../../../core/btf/read-header.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';

const blob = buildBtf([rawInt]);

t.test('tells where types and strings lie, in either byte order', async (t) => {
  const parts = { headerSize: 24, typesOffset: 24, typesSize: 16, stringsOffset: 40, stringsSize: 5 };
  t.strictSame(readBtfHeader(blob), { littleEndian: true, ...parts });
  t.strictSame(readBtfHeader(buildBtf([rawInt], { littleEndian: false })), { littleEndian: false, ...parts });
});

t.test('takes a header that is longer than ours', async (t) => {
  const longer = new Uint8Array(blob.length + 8);
  longer.set(blob.subarray(0, 24));
  longer.set(blob.subarray(24), 32);
  longer[4] = 32;
  t.match(readBtfHeader(longer), { headerSize: 32, typesOffset: 32, stringsOffset: 48 });
});

t.test('refuses what is not BTF, and parts outside', async (t) => {
  const refuse = (at: number, value: number, message: string) => {
    const broken = blob.slice();
    broken[at] = value;
    t.throws(() => readBtfHeader(broken), { name: 'BtfError', message });
  };
  refuse(0, 0, 'read BTF: offset 0: no BTF magic');
  refuse(2, 9, 'read BTF: offset 2: version 9 is not known');
  refuse(4, 8, 'read BTF: offset 4: a header of 8 bytes in 45');
  refuse(4, 46, 'read BTF: offset 4: a header of 46 bytes in 45');
  refuse(12, 22, 'read BTF: offset 8: the types end at 46, the section at 45');
  refuse(20, 6, 'read BTF: offset 16: the strings end at 46, the section at 45');
  t.throws(() => readBtfHeader(new Uint8Array(1)), { name: 'BtfError' });
  t.throws(() => readBtfHeader(blob.slice(0, 20)), { name: 'BtfError' });
});

t.test('reads one part after the header', async (t) => {
  const { reader, headerSize } = openBtf(blob, 24);
  t.strictSame(readPart(reader, headerSize, 'strings', 16), { offset: 40, size: 5 });
});
