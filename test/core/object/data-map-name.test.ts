import * as fc from 'fast-check';
import t from 'tap';
import { dataMapIdent, dataMapName } from '../../../core/object/data-map-name.js';

t.test("names of sections' maps are libbpf's", async (t) => {
  // As they stand in packages that ecc made.
  t.equal(dataMapName('kprobe_link_bpf', '.rodata'), 'kprobe_l.rodata');
  t.equal(dataMapName('opensnoop_bpf', '.bss'), 'opensnoo.bss');
  t.equal(dataMapName('tc_bpf', '.rodata'), 'tc_bpf.rodata');
  t.equal(dataMapName('profile_bpf', '.bss'), 'profile_.bss');
  t.equal(dataMapName('opensnoop_bpf', '.kconfig'), 'opensno.kconfig');
  t.equal(dataMapName('opensnoop_bpf', '.rodata.cfg'), '.rodata.cfg');
  t.equal(dataMapName('opensnoop_bpf', '.rodata.str1.1.more'), '.rodata.str1.1.');
});

t.test('no name is longer than the kernel takes', async (t) => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, section) =>
        /^[A-Za-z0-9_.]{0,15}$/.test(dataMapName(name, `.${section}`)),
      ),
    ),
  );
});

t.test("identifiers are those of bpftool's skeletons", async (t) => {
  t.equal(dataMapIdent('.rodata'), 'rodata');
  t.equal(dataMapIdent('.rodata.cfg'), 'rodata_cfg');
});
