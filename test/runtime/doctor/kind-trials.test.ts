import t from 'tap';
import { parseSection } from '../../../core/object/program-kinds.js';
import { attachers } from '../../../runtime/attach/table.js';
import { unattachable } from '../../../runtime/attach/unattachable.js';
import { kindTrials } from '../../../runtime/doctor/kind-trials.js';

t.test('every kind that is attached has a trial, at a section of its own', async (t) => {
  t.same(Object.keys(kindTrials).toSorted(), Object.keys(attachers).toSorted());
  for (const [kind, { section }] of Object.entries(kindTrials)) t.equal(parseSection(section).kind, kind);
});

t.test('none of them is of a kind that is refused', async (t) => {
  for (const [kind, { section }] of Object.entries(kindTrials)) t.equal(unattachable(kind, section), undefined, kind);
});
