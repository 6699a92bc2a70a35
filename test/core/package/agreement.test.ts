import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { requireAgreement } from '../../../core/package/agreement.js';
import type { BpfSkeleton, PackageManifest, TseccMeta } from '../../../core/package/types.js';
import { describeObject } from '../../../compiler/describe/describe-object.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const object = readObject(objectBytes('powers'));
const meta = describeObject(object, 'powers_bpf');

function manifestOf(skel: Partial<BpfSkeleton>, tsecc: Partial<TseccMeta> = {}): PackageManifest {
  const own = { format: 1, version: '0', ...meta.tsecc, ...tsecc };
  return {
    bpf_object: '',
    bpf_object_size: 0,
    meta: { ...meta, bpf_skel: { ...meta.bpf_skel, ...skel }, tsecc: own },
  };
}

t.test('what tsecc writes of an object agrees with it', async (t) => {
  for (const name of ['powers', 'globals', 'globals.be', 'events', 'choice', 'lost', 'no-debug', 'unlink']) {
    const read = readObject(objectBytes(name));
    const manifest = { bpf_object: '', bpf_object_size: 0, meta: describeObject(read, `${name}_bpf`) };
    t.doesNotThrow(() => requireAgreement(manifest, read), name);
  }
});

t.test('a manifest that says nothing agrees with any object', async (t) => {
  const manifest = { bpf_object: '', bpf_object_size: 0, meta: { bpf_skel: { obj_name: 'x' } } };
  t.doesNotThrow(() => requireAgreement(manifest, object));
  t.doesNotThrow(() =>
    requireAgreement(manifestOf({ progs: null, maps: null, data_sections: null }), object),
  );
});

const progs = meta.bpf_skel.progs ?? [];
const maps = meta.bpf_skel.maps ?? [];
const sections = meta.bpf_skel.data_sections ?? [];
const facts = meta.tsecc?.programs ?? {};
const jump = { kind: 'xdp', helpers: [12] };

/** Each kind of disagreement. */
const lies: readonly (readonly [PackageManifest, RegExp])[] = [
  [
    manifestOf({ progs: progs.slice(1) }),
    /its object has a program 'write_user', the manifest does not tell of it/,
  ],
  [
    manifestOf({ progs: [...progs, { name: 'ghost', attach: 'xdp', link: true }] }),
    /the manifest has a program 'ghost', its object has none/,
  ],
  [
    manifestOf({ progs: progs.map((each) => ({ ...each, attach: 'xdp' })) }),
    /the manifest attaches 'write_user' to xdp, its object to kprobe\/do_unlinkat\+0x10/,
  ],
  [manifestOf({ maps: maps.slice(1) }), /its object has a map '\w+', the manifest does not tell of it/],
  [manifestOf({ maps: [...maps, { name: 'ghost', ident: 'ghost' }] }), /the manifest has a map 'ghost'/],
  [
    manifestOf({ data_sections: [...sections, { name: '.bss', variables: [{ name: 'v', type: 'int' }] }] }),
    /the manifest has a variable 'v' in \.bss/,
  ],
  [
    manifestOf({}, { variables: { '.rodata': { signal_number: { type: 'int', offset: 4, size: 4 } } } }),
    /the variable 'signal_number' at 4 with 4 bytes, its object at 0 with 4/,
  ],
  [
    manifestOf({}, { variables: { '.bss': { v: { type: 'int', offset: 0, size: 4 } } } }),
    /a variable 'v' in \.bss/,
  ],
  [manifestOf({}, { programs: { ...facts, ghost: jump } }), /the manifest has a program 'ghost'/],
  [manifestOf({}, { programs: { jump: { ...jump, kind: 'tc' } } }), /calls 'jump' a tc, its object a xdp/],
  [
    manifestOf({}, { programs: { jump: { ...jump, helpers: [] } } }),
    /'jump' call the helpers -, its object 12/,
  ],
];

for (const [manifest, expected] of lies) {
  t.test(`refused: ${expected.source}`, async (t) => {
    t.throws(() => requireAgreement(manifest, object), { code: 'package-invalid', message: expected });
  });
}

t.test('of two programs with one name, neither hides the other', async (t) => {
  const twins = { ...object, programs: object.programs.map((each) => ({ ...each, name: 'twin' })) };
  const manifest = manifestOf({ progs: [{ name: 'twin', attach: 'syscall', link: true }] });
  t.throws(() => requireAgreement(manifest, { ...twins, programs: twins.programs.slice(-2) }), {
    code: 'package-invalid',
  });
});
