import t from 'tap';
import { readObject } from '../../../../core/object/read-object.js';
import { checkVariable } from '../../../../tutorials/runner/checks/variable.js';
import type { Check } from '../../../../tutorials/runner/lessons/types.js';
import { openFixture } from '../../../fixtures/kernel/packages.js';
import { say } from '../../../fixtures/learning.js';

const opened = openFixture('kprobe');
const meta = {
  bpf_skel: {
    obj_name: 'x',
    data_sections: [{ name: '.rodata', variables: [{ name: 'min', type: '__u64' }] }],
  },
};
const check = (variable: NonNullable<Check['variable']>) =>
  checkVariable(
    { id: 'x', rung: 'L1', say: say(''), variable },
    {
      facts: { manifest: { ...opened.manifest, meta }, object: readObject(opened.object) },
      saved: new Map(),
    },
  );

t.test('a variable is found by its name, section and type', async (t) => {
  t.match(check({ name: 'min', section: '.rodata', type: 'u64' }), { holds: true });
  t.same(check({ name: 'min', section: '.bss' }), { holds: false, found: ['.rodata: u64 min'] });
});
