import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

t.test("reads lesson 2's programs", async (t) => {
  const object = readObject(objectBytes('unlink'));
  t.equal(object.license, 'Dual BSD/GPL');
  t.strictSame(object.maps, []);
  t.strictSame(
    object.programs.map(({ name, section, offset, helpers }) => ({ name, section, offset, helpers })),
    [
      // trace_printk, get_current_pid_tgid, probe_read_kernel.
      { name: 'do_unlinkat', section: 'kprobe/do_unlinkat', offset: 0, helpers: [6, 14, 113] },
      { name: 'do_unlinkat_exit', section: 'kretprobe/do_unlinkat', offset: 0, helpers: [6, 14] },
    ],
  );
});

t.test('tells several programs of one section apart', async (t) => {
  const { programs } = readObject(objectBytes('subprograms'));
  const shared = programs.filter(({ section }) => section === 'tp_btf/sched_switch');
  t.strictSame(
    shared.map(({ name, offset, size }) => [name, offset, size]),
    [
      ['first', 0, 24],
      ['second', 24, 104],
      ['third', 128, 24],
    ],
  );
  t.equal(new Set(shared.map(({ sectionIndex }) => sectionIndex)).size, 1);
});

t.test('reads an object that was compiled without -g', async (t) => {
  const object = readObject(objectBytes('no-debug'));
  t.equal(object.btf, undefined);
  t.strictSame(
    object.programs.map(({ name, helpers }) => [name, helpers]),
    [
      ['on_unlink', [6]],
      ['on_open', [6]],
    ],
  );
});

t.test('reads both byte orders alike', async (t) => {
  for (const name of ['globals', 'subprograms', 'tracepoint', 'types']) {
    const [little, big] = [readObject(objectBytes(name)), readObject(objectBytes(`${name}.be`))];
    t.strictSame(big.programs, little.programs, name);
    t.strictSame(big.maps, little.maps, name);
    t.equal(big.license, little.license, name);
  }
});

t.test('refuses what is not a BPF object, and says what it is', async (t) => {
  const refuse = (change: (view: DataView) => void, message: RegExp) => {
    const bytes = objectBytes('unlink').slice();
    change(new DataView(bytes.buffer));
    t.throws(() => readObject(bytes), { name: 'ElfError', message, code: 'package-invalid' });
  };
  refuse((view) => view.setUint8(0, 0), /^read ELF: offset 0: not an ELF file$/);
  refuse((view) => view.setUint8(4, 1), /^read ELF: offset 4: not a 64-bit ELF file$/);
  refuse((view) => view.setUint16(18, 62, true), /^read BPF object: made for machine 62, not BPF \(247\)$/);
  refuse((view) => view.setUint16(62, 0, true), /^read BPF object: its sections have no names$/);
  refuse((view) => view.setUint16(16, 2, true), /^read BPF object: ELF type 2, not relocatable \(1\)$/);
});

t.test('has no license where the section is missing', async (t) => {
  const bytes = objectBytes('no-debug').slice();
  const at = new TextDecoder('latin1').decode(bytes).lastIndexOf('license\0');
  bytes[at] = 0x4c;
  t.equal(readObject(bytes).license, undefined);
});
