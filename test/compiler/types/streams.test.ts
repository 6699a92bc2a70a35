import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import type { BpfObject, ObjectMap } from '../../../core/object/types.js';
import type { PackageMeta, SkeletonMap } from '../../../core/package/types.js';
import { entryOf, isBuffer, streamsOf } from '../../../compiler/types/streams.js';
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
  const members = [{ name: 'first', offset: 0, btf_type_id: int }, { name: 1 }];
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
    t.match(streamsOf(objectOf(ring), meta), [{ map: 'rb', kind: 'records', records: [record] }]);
  }
  t.match(streamsOf(objectOf(map('rb', 27, { valueTypeId: point })), metaOf()), [
    { records: [{ name: 'point' }] },
  ]);
  t.same(streamsOf(objectOf(ring), metaOf({ export_config: 'no_export' })), []);
});

t.test('stacks, histograms and samples', async (t) => {
  t.same(streamsOf(objectOf(ring), metaOf({ intepreter: { stack_trace: {} } })), [
    { map: 'rb', kind: 'stacks' },
  ]);
  const counts = map('counts', 1, { keyTypeId: int, valueTypeId: point });
  t.same(streamsOf(objectOf(counts), metaOf()), [], 'a map is output only where its author says so');
  t.same(streamsOf(objectOf(counts), metaOf({ sample: { interval: 1, type: 'log2_hist' } })), [
    { map: 'counts', kind: 'histograms' },
  ]);
  t.match(streamsOf(objectOf(counts), metaOf({ sample: { interval: 1 } })), [
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
  t.match(entryOf(btf, metaOf(), map('m', 5, { valueTypeId: int })), { value: { kind: 'integer', size: 8 } });
  t.match(entryOf(btf, metaOf(), map('m', 6, { valueTypeId: point })), {
    key: { kind: 'formatted' },
    value: { kind: 'array', length: undefined, element: { name: 'point' } },
  });
  t.match(entryOf(undefined, metaOf(), map('m', 1)), { value: { kind: 'formatted' } });
  t.same([ring, map('m', 4), map('m', 1)].map(isBuffer), [true, true, false]);
});
