import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { openPackage } from '../../../core/package/open.js';
import { changedPackage, eccMeta, fakeObject, packageBytes } from '../../fixtures/packages/make-package.js';

const b64 = (bytes: Uint8Array): string => deflateSync(bytes).toString('base64');

t.test('a package opens to its manifest and its object, byte for byte', async (t) => {
  const opened = openPackage(packageBytes());
  t.same(opened.object, Buffer.from(fakeObject()));
  t.same(opened.manifest.meta, eccMeta);
});

t.test('null maps, null programs and keys of other tools are kept', async (t) => {
  const opened = openPackage(
    packageBytes({
      bpf_skel: { obj_name: 'a', maps: null, progs: null, data_sections: null },
      other: { key: 1 },
    }),
  );
  t.equal(opened.manifest.meta.bpf_skel.progs, null);
  t.same(opened.manifest.meta['other'], { key: 1 });
});

t.test('a package that is not whole is refused in one located sentence', async (t) => {
  const cases: [string, Uint8Array, RegExp][] = [
    [
      'a size too small',
      changedPackage((m) => void m['bpf_object_size']--),
      /\/bpf_object: inflates to more than the 255 bytes of \/bpf_object_size/,
    ],
    [
      'a size too large',
      changedPackage((m) => void m['bpf_object_size']++),
      /\/bpf_object: holds 256 bytes, but \/bpf_object_size says 257/,
    ],
    [
      'a size over all bounds',
      changedPackage((m) => void (m['bpf_object_size'] = 2 ** 40)),
      /\/bpf_object_size: must be <= 33554432/,
    ],
    [
      'a zip bomb',
      changedPackage((m) => void (m['bpf_object'] = b64(new Uint8Array(50e6)))),
      /inflates to more than the 256 bytes/,
    ],
    [
      'a cut stream',
      changedPackage((m) => void (m['bpf_object'] = m['bpf_object'].slice(0, 40))),
      /\/bpf_object: the zlib stream ends early/,
    ],
    [
      'trailing bytes',
      changedPackage(
        (m) =>
          void (m['bpf_object'] = Buffer.concat([deflateSync(fakeObject()), Buffer.from('abc')]).toString(
            'base64',
          )),
      ),
      /3 bytes follow the zlib stream/,
    ],
    [
      'no zlib stream',
      changedPackage((m) => void (m['bpf_object'] = Buffer.alloc(30).toString('base64'))),
      /not a zlib stream/,
    ],
    [
      'no ELF inside',
      changedPackage((m) => void (m['bpf_object'] = b64(new Uint8Array(256)))),
      /holds no 64-bit ELF object/,
    ],
    [
      'no base64',
      changedPackage((m) => void (m['bpf_object'] = `ab-d${m['bpf_object'].slice(4)}`)),
      /\/bpf_object: character 2 is not base64/,
    ],
  ];
  for (const [name, bytes, message] of cases) {
    t.throws(() => openPackage(bytes), { message, code: 'package-invalid', exitCode: 7 }, name);
  }
});

t.test('a changed package opens or throws package-invalid, never anything else', async (t) => {
  const whole = packageBytes();
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
        fc.option(fc.nat(whole.length)),
        (changes, cut) => {
          const bytes = whole.slice(0, cut ?? whole.length);
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
          try {
            openPackage(bytes);
          } catch (error) {
            if (!(error instanceof TseccError) || error.code !== 'package-invalid') throw error;
          }
        },
      ),
      { numRuns: 5000 },
    ),
  );
});

t.test('any JSON in place of a package throws package-invalid', async (t) => {
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(fc.json(), (json) => {
        t.throws(() => openPackage(new TextEncoder().encode(json)), { code: 'package-invalid' });
      }),
      { numRuns: 300 },
    ),
  );
});
