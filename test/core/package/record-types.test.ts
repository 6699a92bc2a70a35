import t from 'tap';
import { recordTypes } from '../../../core/package/record-types.js';
import {
  exportOf,
  mapOf,
  sourceContext,
  typeIdOf,
  type SourceSettings,
} from '../../fixtures/kernel/source-context.js';

const namesOf = (settings: SourceSettings, map = 'ring'): readonly string[] | undefined =>
  recordTypes(sourceContext(settings), mapOf(map))?.map(({ name }) => name);
const events = (...names: string[]) => ({
  ring: { events: names.map((name) => ({ type: `struct ${name}`, btf_type_id: typeIdOf(name) })) },
});

t.test('what tsecc found out counts first, then export_config, then the exported types', async (t) => {
  const exportTypes = [exportOf('twin', 4)];
  const config = { export_config: { btf_type_id: typeIdOf('small') } };
  t.same(namesOf({ tsecc: { maps: events('event', 'stack') }, maps: { ring: config }, exportTypes }), [
    'struct event',
    'struct stack',
  ]);
  t.same(namesOf({ maps: { ring: config }, exportTypes }), ['struct small']);
  t.same(namesOf({ maps: { ring: { export_config: 'default' } }, exportTypes }), ['struct twin']);
  t.same(namesOf({ exportTypes: [...exportTypes, exportOf('stack', 56)] }), ['struct twin', 'struct stack']);
});

t.test(
  'without any of them the value that a ring names, else bytes; never the descriptor of a perf buffer',
  async (t) => {
    t.same(namesOf({}, 'typed_ring'), ['struct small']);
    t.same(namesOf({}), ['bytes']);
    t.same(namesOf({}, 'perf'), ['bytes']);
  },
);

t.test('a map that is not exported is not read', async (t) => {
  t.equal(namesOf({ maps: { ring: { export_config: 'no_export' } } }), undefined);
});

t.test('members of their own', async (t) => {
  const u32 = typeIdOf('__u32');
  const custom = (members: unknown) => ({ maps: { ring: { export_config: { custom_members: members } } } });
  const [type] =
    recordTypes(sourceContext(custom([{ name: 'a', offset: 4, btf_type_id: u32 }])), mapOf('ring')) ?? [];
  t.match(type, {
    shape: { kind: 'record', size: 8, fields: [{ name: 'a', offset: 4, shape: { size: 4 } }] },
  });
  for (const wrong of [
    [{ offset: 4, btf_type_id: u32 }],
    [{ name: 'a', offset: -1, btf_type_id: u32 }],
    [{ name: 'a', offset: 0 }],
    [7],
  ]) {
    t.throws(() => namesOf(custom(wrong)), { code: 'package-invalid', message: /^read map 'ring': / });
  }
});

t.test('a type of another compile is found out', async (t) => {
  const cases: readonly (readonly [number, number, RegExp])[] = [
    [9999, 4, /type 9999, which the package names, is none/],
    [typeIdOf('__u32'), 4, /type \d+, which the package calls gone, is __u32, no struct/],
    [typeIdOf('small'), 8, /type \d+, which the package calls gone, is struct small of 4 bytes, not 8/],
  ];
  for (const [id, size, message] of cases) {
    t.throws(() => namesOf({ exportTypes: [exportOf('gone', size, id)] }), {
      code: 'package-invalid',
      message,
    });
  }
  t.throws(() => namesOf({ maps: { ring: { export_config: { btf_type_id: 'x' } } } }), {
    code: 'package-invalid',
  });
});
