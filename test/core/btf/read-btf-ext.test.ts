import t from 'tap';
import { readBtfExt } from '../../../core/btf/read-btf-ext.js';
import { readBtf } from '../../../core/btf/read-btf.js';
import { readElf } from '../../../core/elf/read-elf.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

function load(name: string) {
  const { sections } = readElf(objectBytes(name));
  const data = (wanted: string) => sections.find((each) => each.name === wanted)?.data ?? new Uint8Array(0);
  return { btf: readBtf(data('.BTF')), ext: data('.BTF.ext') };
}

t.test('tells which line each instruction comes from', async (t) => {
  const { btf, ext } = load('tracepoint');
  const { lines } = readBtfExt(ext, btf);
  t.match(lines[0], {
    section: 'tracepoint/syscalls/sys_enter_unlinkat',
    offset: 0,
    file: /tracepoint\.bpf\.c$/,
    text: '\treturn tell(1);',
    column: 9,
  });
  t.ok(lines.some(({ section, text }) => section === '.text' && text.includes('bpf_printk')));
});

t.test('both byte orders of one source read alike', async (t) => {
  const little = load('globals');
  const big = load('globals.be');
  t.strictSame(readBtfExt(big.ext, big.btf), readBtfExt(little.ext, little.btf));
});

t.test('tells where section names stand, those of CO-RE relocations too', async (t) => {
  const { btf, ext } = load('unlink');
  const { sectionNames } = readBtfExt(ext, btf);
  const names = sectionNames.map(({ name }) => name);
  t.strictSame(names, [
    'kprobe/do_unlinkat',
    'kretprobe/do_unlinkat',
    'kprobe/do_unlinkat',
    'kretprobe/do_unlinkat',
    'kprobe/do_unlinkat',
    'kretprobe/do_unlinkat',
  ]);
  const view = new DataView(ext.buffer, ext.byteOffset, ext.length);
  for (const { position, name } of sectionNames) t.equal(btf.stringAt(view.getUint32(position, true)), name);
});

t.test('reads a header from before CO-RE', async (t) => {
  const { btf, ext } = load('tracepoint');
  const old = new Uint8Array(ext.length - 8);
  old.set(ext.subarray(0, 24));
  old.set(ext.subarray(32), 24);
  old[4] = 24;
  t.strictSame(readBtfExt(old, btf).lines, readBtfExt(ext, btf).lines);
});

t.test('refuses records that do not fit', async (t) => {
  const { btf, ext } = load('tracepoint');
  const broken = (at: number, value: number) => {
    const bytes = ext.slice();
    new DataView(bytes.buffer).setUint32(at, value, true);
    return bytes;
  };
  t.throws(() => readBtfExt(broken(32, 4), btf), {
    name: 'BtfError',
    message: 'read BTF: offset 32: records of 4 bytes, at least 8 wanted',
  });
  t.throws(() => readBtfExt(broken(32, 9), btf), { message: /records of 9 bytes/ });
  t.throws(() => readBtfExt(broken(40, 1_000_000), btf), { message: /1000000 records of 8 bytes go beyond/ });
  t.throws(() => readBtfExt(broken(0, 0), btf), { message: /no BTF magic/ });
  t.throws(() => readBtfExt(broken(12, 1_000_000), btf), { message: /the function infos end at/ });
});
