import { existsSync, readFileSync } from 'node:fs';
import t from 'tap';
import { mapTypeName, mapTypeSince, variablesType } from '../../../runtime/inspect/map-types.js';

t.test('types of maps have their words and versions', async (t) => {
  t.equal(mapTypeName(27), 'ringbuf');
  t.equal(mapTypeName(variablesType), 'array');
  t.equal(mapTypeName(99), 'type 99');
  t.equal(mapTypeSince('ringbuf'), '5.8');
  t.equal(mapTypeSince('arena'), '6.9');
  t.equal(mapTypeSince('type 99'), undefined);
});

const header = '/usr/include/linux/bpf.h';

t.test(
  'they are those of the kernel header',
  { skip: !existsSync(header) && 'no kernel headers' },
  async (t) => {
    const text = /enum bpf_map_type \{([^}]*)\}/.exec(readFileSync(header, 'utf8'))?.[1] ?? '';
    const names = [...text.matchAll(/^\tBPF_MAP_TYPE_(\w+),/gm)].map(([, name = '']) => name.toLowerCase());
    t.ok(names.length > 25);
    for (const [type, name] of names.entries()) t.equal(mapTypeName(type), name.replace('_deprecated', ''));
  },
);
