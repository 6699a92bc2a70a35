import { machine } from 'node:os';
import t from 'tap';
import { bundledBpftool } from '../../../runtime/bpftool/bundled-bpftool.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';

const name = `debian/12/${machine()}/6.1.0-test`;
const files = { '/etc/os-release': 'ID=debian\nVERSION_ID="12"\n' };
const btf = buildBtf([rawInt]);

function bareKernel(more: Readonly<Record<string, string>> = {}): FakeKernel {
  const kernel = new FakeKernel({ files: { ...files, ...more } });
  kernel.executables.add('/bin/bpftool');
  return kernel;
}

t.test('a kernel that describes its types is believed', async (t) => {
  const kernel = bareKernel({ '/sys/kernel/btf/vmlinux': 'types' });
  t.same(bundledBpftool(kernel, '/bin', new Map([[name, Buffer.from('broken')]])), {});
  t.same(bundledBpftool(bareKernel(), '/bin', new Map()), {}, 'and so is a package without types');
});

t.test('another gets those of the bundle', async (t) => {
  t.type(bundledBpftool(bareKernel(), '/bin', new Map([[name, btf]])).bpftool, 'function');
});

t.test('where the bundle has none for it, that is said', async (t) => {
  const { bpftool, note } = bundledBpftool(bareKernel(), '/bin', new Map([['x/1/y/6.0', btf]]));
  t.equal(bpftool, undefined);
  t.equal(String(note), `the bundle has no types for debian 12 ${machine()}, kernel 6.1.0-test`);
});

t.test('types that are broken are refused before anybody gets them', async (t) => {
  const broken = buildBtf([{ kind: 'ptr', size: 99 }]);
  t.throws(() => bundledBpftool(bareKernel(), '/bin', new Map([[name, broken]])), {
    code: 'package-invalid',
  });
});
