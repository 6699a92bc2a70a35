import t from 'tap';
import { readObject } from '../../../../core/object/read-object.js';
import { checkField } from '../../../../tutorials/runner/checks/field.js';
import type { Check } from '../../../../tutorials/runner/lessons/types.js';
import { openFixture } from '../../../fixtures/kernel/packages.js';
import { say } from '../../../fixtures/learning.js';

const opened = openFixture('kprobe');
const meta = {
  ...opened.manifest.meta,
  export_types: [{ name: 'event', size: 8, type_id: 1, members: [{ name: 'pid', type: 'unsigned int' }] }],
  tsecc: {
    format: 1,
    version: '0',
    maps: { events: { events: [{ type: 'struct event', btf_type_id: 1 }] } },
  },
};
const check = (field: NonNullable<Check['field']>) =>
  checkField(
    { id: 'x', rung: 'L1', say: say(''), field },
    {
      facts: { manifest: { ...opened.manifest, meta }, object: readObject(opened.object) },
      saved: new Map(),
    },
  );

t.test('a field is found in the records of its buffer, by any spelling of its type', async (t) => {
  t.match(check({ stream: 'events', name: 'pid', type: '__u32' }), { holds: true });
  t.match(check({ name: 'pid' }), { holds: true });
  t.match(check({ stream: 'others', name: 'pid' }), { holds: false, found: [] });
  t.same(check({ name: 'pid', type: 'u64' }), { holds: false, found: ['events: u32 pid'] });
});
