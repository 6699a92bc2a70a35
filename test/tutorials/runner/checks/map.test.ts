import t from 'tap';
import { readObject } from '../../../../core/object/read-object.js';
import { checkMap } from '../../../../tutorials/runner/checks/map.js';
import type { Check } from '../../../../tutorials/runner/lessons/types.js';
import { openFixture } from '../../../fixtures/kernel/packages.js';
import { say } from '../../../fixtures/learning.js';

const opened = openFixture('kprobe');
const object = {
  ...readObject(opened.object),
  maps: [
    {
      ...{ name: 'events', type: 27, maxEntries: 4096, keySize: 0, valueSize: 0, flags: 0 },
      ...{ keyTypeId: undefined, valueTypeId: undefined, pinning: 0 },
    },
  ],
};
const check = (map: NonNullable<Check['map']>) =>
  checkMap(
    { id: 'x', rung: 'L1', say: say(''), map },
    { facts: { manifest: opened.manifest, object }, saved: new Map() },
  );

t.test('a map is found by its name, its type and its size', async (t) => {
  t.match(check({ name: 'events', type: 'ringbuf', maxEntries: { min: 4096 } }), { holds: true });
  t.same(check({ type: 'hash' }), { holds: false, found: ['events: ringbuf, max_entries 4096'] });
});
