import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { describeMaps } from '../../../runtime/inspect/describe-maps.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

t.test('maps have their sizes, types and pins; sections of variables are maps', async (t) => {
  const maps = describeMaps(readObject(objectBytes('powers')), 'powers_bpf');
  t.match(
    maps.find(({ name }) => name === 'shared'),
    {
      ...{ type: 'hash', keySize: 4, valueSize: 8, maxEntries: 64, key: '__u32', value: '__u64' },
      ...{ pinned: '/sys/fs/bpf/shared', section: undefined },
    },
  );
  t.match(
    maps.find(({ name }) => name === 'others'),
    { type: 'prog_array', maxEntries: 4, pinned: undefined },
  );
  t.match(
    maps.find(({ section }) => section === '.rodata'),
    { name: 'powers_b.rodata', type: 'array', valueSize: 4, maxEntries: 1, flags: 0x480 },
  );
});

t.test('an object without types has its sections alone', async (t) => {
  const maps = describeMaps(readObject(objectBytes('no-debug')), 'x');
  t.ok(maps.every(({ section }) => section !== undefined));
});
