import t from 'tap';
import { mapRules } from '../../../compiler/checks/map-rules.js';
import type { ObjectMap } from '../../../core/object/types.js';
import { mapWith } from '../../fixtures/checked.js';

const broken: readonly (readonly [Partial<ObjectMap>, RegExp, RegExp])[] = [
  [{ type: 0 }, /no type/, /BPF_MAP_TYPE_HASH/],
  [{ type: 27, maxEntries: 4096 }, /no key and no value/, /leave out key and value/],
  [{ type: 22 }, /queue/, /leave out the key/],
  [{ keySize: 0 }, /keys is missing/, /__type\(key/],
  [{ type: 6, keySize: 8 }, /has 4 bytes, not 8/, /u32/],
  [{ valueSize: 0 }, /values is missing/, /__type\(value/],
  [{ type: 4 }, /descriptors of 4 bytes, not 8/, /value_size/],
  [{ type: 5, valueSize: 32_769 }, /at most 32768 bytes, not 32769/, /smaller/],
  [{ type: 11 }, /in advance/, /BPF_F_NO_PREALLOC/],
  [{ pinning: 2 }, /pinning 2/, /LIBBPF_PIN_BY_NAME/],
  [{ maxEntries: 0 }, /room for nothing/, /--map-size opens=1024/],
  [{ type: 27, keySize: 0, valueSize: 0, maxEntries: 0 }, /room for nothing/, /--map-size opens=262144/],
  [{ type: 27, keySize: 0, valueSize: 0, maxEntries: 10_000 }, /not 10000 bytes/, /16384/],
  [{ type: 27, keySize: 0, valueSize: 0, maxEntries: 100 }, /not 100 bytes/, /4096/],
];

const sound: readonly Partial<ObjectMap>[] = [
  {},
  { type: 27, keySize: 0, valueSize: 0, maxEntries: 262_144 },
  { type: 4, valueSize: 4, maxEntries: 0 },
  { type: 6, valueSize: 32_768 },
  { type: 11, flags: 1 },
  { type: 29, flags: 1, maxEntries: 0 },
  { type: 22, keySize: 0 },
  { type: 12, valueSize: 4 },
  { pinning: 1 },
];

t.test('each rule tells what is wrong and what to write', async (t) => {
  for (const [parts, fault, cure] of broken) {
    const map = mapWith(parts);
    const rule = mapRules.find(({ breaks }) => breaks(map));
    t.match(String(rule?.fault(map)), fault);
    t.match(String(rule?.cure(map)), cure);
  }
  t.equal(
    new Set(broken.map(([parts]) => mapRules.find(({ breaks }) => breaks(mapWith(parts))))).size,
    mapRules.length,
  );
});

t.test('sound maps break none', async (t) => {
  for (const parts of sound)
    t.notOk(
      mapRules.some(({ breaks }) => breaks(mapWith(parts))),
      JSON.stringify(parts),
    );
});
