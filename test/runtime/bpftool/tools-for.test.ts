import { machine } from 'node:os';
import t from 'tap';
import { toolsFor } from '../../../runtime/bpftool/tools-for.js';
import { fakeBpftool } from '../../fixtures/kernel/fake-bpftool.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';

const kernel = new FakeKernel({ files: { '/etc/os-release': 'ID=debian\nVERSION_ID="12"\n' } });
for (const directory of process.env['PATH']?.split(':') ?? []) kernel.executables.add(`${directory}/bpftool`);
const path = process.env['PATH'];
const btf = buildBtf([rawInt]);

t.test("the caller's serves, whatever the package brings", async (t) => {
  const bpftool = fakeBpftool(kernel, 'x');
  const btfs = new Map([['x/1/y/6.0', btf]]);
  t.same(await toolsFor({ btfs }, { kernel, bpftool, path }), { bpftool, notes: [] });
  t.same(await toolsFor({}, { kernel, path }), { bpftool: undefined, notes: [] });
});

t.test('a bundle lends its types to a kernel without any', async (t) => {
  const btfs = new Map([[`debian/12/${machine()}/6.1.0-test`, btf]]);
  t.type((await toolsFor({ btfs }, { kernel, path })).bpftool, 'function');
});

t.test('one without types for this kernel says so', async (t) => {
  const { bpftool, notes } = await toolsFor({ btfs: new Map([['x/1/y/6.0', btf]]) }, { kernel, path });
  t.equal(bpftool, undefined);
  t.match(notes.map(String), [/^the bundle has no types for debian 12 .*kernel 6\.1\.0-test$/]);
});
