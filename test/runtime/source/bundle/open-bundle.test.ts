import t from 'tap';
import { openBundle } from '../../../../runtime/source/bundle/open-bundle.js';
import { tarOf } from '../../../fixtures/hostile/tar.js';
import { buildBtf, rawInt } from '../../../fixtures/objects/build-btf.js';

const package_ = { name: './package.json', content: Buffer.from('{}') };
const btf = buildBtf([rawInt]);

t.test('a bundle gives its package, and types by the names of their kernels', async (t) => {
  const bundle = openBundle(
    tarOf(
      package_,
      { name: 'x.bpf.o', content: Buffer.from('object') },
      { name: './btfhub-archive/debian/12/x86_64/6.1.0-1-amd64.btf', content: btf },
      { name: 'btfhub-archive/README', content: Buffer.from('not types') },
    ),
  );
  t.equal(Buffer.from(bundle.bytes).toString(), '{}');
  t.same([...bundle.btfs.keys()], ['debian/12/x86_64/6.1.0-1-amd64']);
  t.same(Buffer.from(bundle.btfs.get('debian/12/x86_64/6.1.0-1-amd64') ?? []), Buffer.from(btf));
});

t.test('a tar without a package, or with types that are none, is refused', async (t) => {
  t.throws(() => openBundle(tarOf({ name: 'a' })), {
    message: 'open bundle: it holds no package.json',
    cure: /tsecc -b/,
    exitCode: 7,
  });
  const name = 'btfhub-archive/debian/12/x86_64/6.1.0.btf';
  t.throws(() => openBundle(tarOf(package_, { name, content: Buffer.from('text') })), {
    message: `open bundle: '${name}': read BTF: offset 0: no BTF magic`,
    exitCode: 7,
  });
});
