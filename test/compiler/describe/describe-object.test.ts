import t from 'tap';
import { describeObject } from '../../../compiler/describe/describe-object.js';
import type { BpfObject, DataSection } from '../../../core/object/types.js';
import { matchFacts } from '../../../compiler/describe/match-facts.js';
import { version } from '../../../core/version.js';
import { findKept, ringBuffer } from '../../fixtures/annotations/find-kept.js';

const variable = (name: string, isStatic = false) => ({
  name,
  typeId: 1,
  offset: 0,
  size: 4,
  static: isStatic,
});
const section = (name: string, variables: DataSection['variables']): DataSection => ({
  name,
  sectionIndex: 1,
  size: 4,
  data: new Uint8Array(4),
  variables,
});

const object: BpfObject = {
  elf: {
    bytes: new Uint8Array(),
    littleEndian: true,
    type: 1,
    machine: 247,
    sections: [],
    symbols: [],
    sectionNamesIndex: 0,
    sectionHeadersOffset: 0,
  },
  btf: {
    littleEndian: true,
    types: [
      { kind: 'void', id: 0 },
      {
        kind: 'int',
        id: 1,
        name: 'int',
        size: 4,
        bits: 32,
        bitOffset: 0,
        encoding: { signed: true, char: false, bool: false },
      },
    ],
    stringAt: () => '',
    stringsSize: 0,
  },
  license: 'GPL',
  programs: [
    {
      name: 'do_it',
      section: 'kprobe/x',
      sectionIndex: 3,
      offset: 0,
      size: 16,
      helpers: [],
      kernelFunctions: [],
    },
  ],
  maps: [
    {
      name: 'events',
      type: 27,
      keySize: 0,
      valueSize: 0,
      maxEntries: 4096,
      flags: 0,
      keyTypeId: undefined,
      valueTypeId: undefined,
      pinning: 0,
    },
  ],
  dataSections: [
    section('.rodata', [variable('pid'), variable('____fmt', true)]),
    section('.bss', [variable('hidden', true)]),
  ],
};

t.test('an object is described as ecc does it', async (t) => {
  t.same(describeObject(object, 'trace_bpf'), {
    bpf_skel: {
      obj_name: 'trace_bpf',
      data_sections: [{ name: '.rodata', variables: [{ name: 'pid', type: 'int' }] }],
      maps: [
        { name: 'events', ident: 'events' },
        { name: 'trace_bp.rodata', ident: 'rodata', mmaped: true },
        { name: 'trace_bp.bss', ident: 'bss' },
      ],
      progs: [{ name: 'do_it', attach: 'kprobe/x', link: true }],
    },
    export_types: [],
    eunomia_version: '0.3.4',
    tsecc: {
      format: 1,
      version,
      programs: { do_it: { kind: 'kprobe', helpers: [] } },
      variables: {
        '.rodata': { pid: { type: 'int', offset: 0, size: 4, initial: 0 } },
        '.bss': { hidden: { type: 'int', offset: 0, size: 4, initial: 0, static: true } },
      },
    },
  });
});

t.test('what the source says stands beside what the object says', async (t) => {
  const compiled = await findKept(t.testdir(), {
    'a.bpf.c': `struct a { int x; }; struct b { int x; };
/// @event struct a
/// @description first
/// @link false
${ringBuffer('one')}/// @event struct b
${ringBuffer('two')}/// @export_config no_export
/// @event struct b
${ringBuffer('three')}/// stops all
SEC("xdp") int f(void *c) { return 0; }
`,
  });
  const { said } = matchFacts(compiled, compiled.object);
  const meta = describeObject(compiled.object, 'a_bpf', said);
  const id = (name: string) => said?.resolved.get(name)?.id;
  t.match(meta, {
    enable_multiple_export_types: true,
    export_types: [
      { name: 'a', type_id: id('struct a') },
      { name: 'b', type_id: id('struct b') },
    ],
  });
  t.same(meta.bpf_skel.progs, [{ name: 'f', attach: 'xdp', link: true, description: 'stops all' }]);
  t.same(meta.bpf_skel.maps, [
    { name: 'one', ident: 'one', description: 'first', export_config: { btf_type_id: id('struct a') } },
    { name: 'two', ident: 'two', export_config: { btf_type_id: id('struct b') } },
    { name: 'three', ident: 'three', export_config: 'no_export' },
  ]);
});

t.test('an object without types has no variables to name', async (t) => {
  t.same(describeObject({ ...object, btf: undefined }, 'a').bpf_skel.data_sections, []);
});
