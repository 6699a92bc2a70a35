import t from 'tap';
import { readObject } from '../../../../core/object/read-object.js';
import { checkProgram } from '../../../../tutorials/runner/checks/program.js';
import type { Check } from '../../../../tutorials/runner/lessons/types.js';
import { openFixture } from '../../../fixtures/kernel/packages.js';
import { say } from '../../../fixtures/learning.js';

const opened = openFixture('kprobe');
const evidence = {
  facts: { manifest: opened.manifest, object: readObject(opened.object) },
  saved: new Map(),
};
const check = (program: NonNullable<Check['program']>) =>
  checkProgram({ id: 'x', rung: 'L1', say: say(''), program }, evidence);

t.test('a program is found by its name, its section and its number', async (t) => {
  t.match(check({ section: 'kprobe/do_unlinkat' }), { holds: true });
  t.match(check({ name: 'on_unlink', section: { matches: '^kprobe/' } }), { holds: true });
  t.match(check({ section: { matches: '^kprobe/' }, count: 2 }), { holds: false });
  t.same(check({ section: 'kretprobe/do_unlinkat' }), {
    holds: false,
    found: ['SEC("kprobe/do_unlinkat") on_unlink'],
  });
});
