import t from 'tap';
import { mapPhrase } from '../../../runtime/inspect/map-phrase.js';
import type { MapDescription } from '../../../runtime/inspect/types.js';

const map = (fields: Partial<MapDescription>): string =>
  String(
    mapPhrase({
      ...{ name: 'm', section: undefined, type: 'hash', keySize: 4, valueSize: 8, maxEntries: 64, flags: 0 },
      ...{ key: 'u32', value: undefined, pinned: undefined },
      ...fields,
    }),
  );

t.test('a map is said with its type and sizes', async (t) => {
  t.equal(map({}), 'hash, 64 entries, u32 (4 bytes) -> 8 bytes');
  t.equal(
    map({ maxEntries: 1, pinned: '/sys/fs/bpf/m' }),
    'hash, 1 entry, u32 (4 bytes) -> 8 bytes; pinned at /sys/fs/bpf/m',
  );
  t.equal(map({ type: 'ringbuf', maxEntries: 4096 }), 'ringbuf, 4096 bytes');
  t.equal(
    map({ type: 'perf_event_array', maxEntries: 0 }),
    'perf_event_array, as many entries as processors or as needed',
  );
  t.equal(map({ type: 'array', section: '.bss', valueSize: 12 }), 'variables of .bss, 12 bytes');
  t.equal(map({ type: 'queue', keySize: 0 }), 'queue, 64 entries, u32 (0 bytes) -> 8 bytes');
});
