import * as fc from 'fast-check';
import t from 'tap';
import { openPackage } from '../../../core/package/open.js';
import { packManifest, sortKeys, writePackage } from '../../../core/package/write.js';
import { eccMeta, fakeObject } from '../../fixtures/packages/make-package.js';

t.test('what was written opens to the same', async (t) => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 64, maxLength: 4096 }),
      fc.stringMatching(/^[a-z_]{1,20}$/),
      (tail, name) => {
        const object = Uint8Array.of(...fakeObject(64), ...tail);
        const meta = { ...eccMeta, bpf_skel: { ...eccMeta.bpf_skel, obj_name: name } };
        const opened = openPackage(new TextEncoder().encode(writePackage(meta, object)));
        t.same(opened.manifest.meta, meta);
        t.same(new Uint8Array(opened.object), object);
      },
    ),
    { numRuns: 50 },
  );
});

t.test('the order in which facts were put together does not show', async (t) => {
  const { bpf_skel, ...rest } = eccMeta;
  t.equal(
    writePackage({ ...rest, bpf_skel }, fakeObject()),
    writePackage({ bpf_skel, ...rest }, fakeObject()),
  );
});

t.test('a package is one line', async (t) => {
  const text = writePackage(eccMeta, fakeObject());
  t.equal(text.indexOf('\n'), text.length - 1);
  t.match(
    text,
    /^\{"bpf_object":"[A-Za-z0-9+/]+=*","bpf_object_size":256,"meta":\{"bpf_skel":\{"data_sections":/,
  );
});

t.test('the manifest states the size of the object', async (t) => {
  t.equal(packManifest(eccMeta, fakeObject(100)).bpf_object_size, 100);
});

t.test('keys are sorted at every depth, elements stay in place', async (t) => {
  t.equal(
    JSON.stringify(sortKeys({ b: [3, { d: null, c: 'x' }, 1], a: true })),
    '{"a":true,"b":[3,{"c":"x","d":null},1]}',
  );
});
