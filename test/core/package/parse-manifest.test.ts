import t from 'tap';
import { parseManifest } from '../../../core/package/parse-manifest.js';
import { changedPackage, packageBytes } from '../../fixtures/packages/make-package.js';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

t.test('what is no manifest is refused in one located sentence', async (t) => {
  const whole = new TextDecoder().decode(packageBytes());
  const cases: [string, Uint8Array, string | RegExp][] = [
    ['nothing', new Uint8Array(), 'open package: the file is empty'],
    ['too much', new Uint8Array(32 * 1024 * 1024 + 1), /33554433 bytes are more than the 33554432/],
    [
      'not UTF-8',
      Uint8Array.of(0x7b, 0x22, 0xff),
      'open package: byte 2 is not UTF-8 text: this is not a package',
    ],
    ['cut', text(whole.slice(0, 100)), 'open package: the JSON ends early, after 100 characters'],
    ['not JSON', text('hello'), 'open package: character 0 is not JSON'],
    ['a broken JSON', text('{"bpf_object": }'), 'open package: character 15 is not JSON'],
    ['another JSON', text('{"a": 1}'), "open package: the whole: must have required property 'bpf_object'"],
    ['an array', text('[]'), 'open package: the whole: must be object'],
    [
      'npm',
      text('{"name":"x","version":"1.0.0"}'),
      "open package: this is npm's package.json, not a BPF package",
    ],
    [
      'a wrong type deep inside',
      changedPackage((m) => void (m.meta.bpf_skel.progs = [{ name: 'f', attach: 7, link: true }])),
      'open package: /meta/bpf_skel/progs/0/attach: must be string',
    ],
    [
      'a name that is a path',
      changedPackage((m) => void (m.meta.bpf_skel.progs = [{ name: '../../etc', attach: 'tc', link: true }])),
      /\/meta\/bpf_skel\/progs\/0\/name: must match pattern/,
    ],
    [
      'a newer format',
      changedPackage((m) => void (m['meta'].tsecc = { format: 2, parts: 'of another shape' })),
      'open package: /meta/tsecc/format: written by a newer tsecc (format 2; this one reads up to 1)',
    ],
    [
      'a prototype key',
      text(whole.replace('"obj_name"', '"__proto__":{"link":true},"obj_name"')),
      'open package: /meta/bpf_skel/__proto__: a key of this name is not allowed',
    ],
    ['deep nesting', text('['.repeat(100_000)), 'open package: byte 64: nested deeper than 64 levels'],
  ];
  t.plan(cases.length);
  for (const [name, bytes, message] of cases) {
    t.throws(() => parseManifest(bytes), { message, code: 'package-invalid' }, name);
  }
});

t.test('a manifest with a byte order mark is read', async (t) => {
  t.equal(parseManifest(Buffer.concat([Buffer.from('\ufeff'), packageBytes()])).bpf_object_size, 256);
});
