import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import type { BpfObject, ObjectMap } from '../../../core/object/types.js';
import type { PackageFacts, PackageMeta, SkeletonMap } from '../../../core/package/types.js';
import { entryOf, streamsOf } from '../../../compiler/types/streams.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const { elf, btf, ...rest } = readObject(objectBytes('types'));
const idOf = (kind: string, name: string): number =>
  btf?.types.find((type) => type.kind === kind && 'name' in type && type.name === name)?.id ?? 0;
const point = idOf('struct', 'point');
const int = idOf('int', 'int');

const map = (name: string, type: number, more: Partial<ObjectMap> = {}): ObjectMap => ({
  name,
  type,
  keySize: 4,
  valueSize: 8,
  maxEntries: 1,
  flags: 0,
  keyTypeId: undefined,
  valueTypeId: undefined,
  pinning: 0,
  ...more,
});
const ring = map('rb', 27);
const objectOf = (...maps: ObjectMap[]): BpfObject => ({ ...rest, elf, btf, maps });
const factsOf = (meta: PackageMeta, ...maps: ObjectMap[]): PackageFacts => ({
  object: objectOf(...maps),
  meta,
});
const metaOf = (settings: Partial<SkeletonMap> = {}, more: Partial<PackageMeta> = {}): PackageMeta => ({
  bpf_skel: {
    obj_name: 'x',
    maps: [
      { name: 'rb', ident: 'rb', ...settings },
      { name: 'counts', ident: 'counts', ...settings },
    ],
  },
  ...more,
});

t.test('what a buffer carries is found where tsecli finds it', async (t) => {
  const own = {
    format: 1,
    version: '1',
    maps: { rb: { events: [{ type: 'struct point', btf_type_id: point }] } },
  };
  const exported = [{ name: 'point', size: 8, type_id: point, members: [] }];
  const members = [{ name: 'first', offset: 0, btf_type_id: int }];
  const cases: [PackageMeta, object][] = [
    [metaOf({}, { tsecc: own }), { name: 'point' }],
    [
      metaOf({ export_config: { btf_type_id: int } }),
      { fields: [{ name: 'value', shape: { kind: 'integer' } }] },
    ],
    [metaOf({ export_config: { custom_members: members } }), { fields: [{ name: 'first', type: 'int' }] }],
    [metaOf({}, { export_types: exported }), { name: 'point' }],
    [metaOf(), { fields: [{ name: 'value', shape: { kind: 'formatted' } }] }],
  ];
  for (const [meta, record] of cases) {
    t.match(streamsOf(factsOf(meta, ring)), [{ map: 'rb', kind: 'records', records: [record] }]);
  }
  t.match(streamsOf(factsOf(metaOf(), map('rb', 27, { valueTypeId: point }))), [
    { records: [{ name: 'point' }] },
  ]);
  t.same(streamsOf(factsOf(metaOf({ export_config: 'no_export' }), ring)), []);
  for (const wrong of [{ custom_members: [...members, { name: 1 }] }, { btf_type_id: 9999 }]) {
    t.throws(() => streamsOf(factsOf(metaOf({ export_config: wrong }), ring)), {
      code: 'package-invalid',
      message: /^read map 'rb': /,
    });
  }
});

t.test('stacks, histograms and samples', async (t) => {
  t.same(streamsOf(factsOf(metaOf({ intepreter: { stack_trace: {} } }), ring)), [
    { map: 'rb', kind: 'stacks' },
  ]);
  const counts = map('counts', 1, { keyTypeId: int, valueTypeId: point });
  t.same(streamsOf(factsOf(metaOf(), counts)), [], 'a map is output only where its author says so');
  t.same(streamsOf(factsOf(metaOf({ sample: { interval: 1, type: 'log2_hist' } }), counts)), [
    { map: 'counts', kind: 'histograms' },
  ]);
  t.match(streamsOf(factsOf(metaOf({ sample: { interval: 1 } }), counts)), [
    {
      records: [
        {
          fields: [
            { name: 'key', shape: { kind: 'integer' } },
            { name: 'value', shape: { name: 'point' } },
          ],
        },
      ],
    },
  ]);
});

t.test('numbers of all processors are one, other values an array', async (t) => {
  const entry = (each: ObjectMap) => entryOf(factsOf(metaOf(), each), each);
  t.match(entry(map('m', 5, { valueTypeId: int })), { value: { shape: { kind: 'integer', size: 8 } } });
  t.match(entry(map('m', 6, { valueTypeId: point })), {
    key: { shape: { kind: 'formatted' } },
    value: { name: 'struct point[]', shape: { kind: 'array', tail: 'rest', element: { name: 'point' } } },
  });
  t.match(entry(map('m', 1)), { value: { name: 'bytes', shape: { kind: 'formatted', size: 8 } } });
});
