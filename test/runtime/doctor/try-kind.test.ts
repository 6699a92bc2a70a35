import t from 'tap';
import { kindTrials } from '../../../runtime/doctor/kind-trials.js';
import { tryKind } from '../../../runtime/doctor/try-kind.js';
import { doctorContext, programLoad, wellKernel } from '../../fixtures/kernel/doctor-context.js';

t.test('every trial leaves nothing behind', async (t) => {
  for (const [kind, trial] of Object.entries(kindTrials)) {
    const kernel = wellKernel();
    t.equal(tryKind(doctorContext(kernel), trial), undefined, kind);
    t.same(kernel.openDescriptors, [], kind);
  }
});

t.test('what failed is told, loading or attaching', async (t) => {
  const [kprobe, fentry] = [kindTrials.kprobe, kindTrials.fentry];
  if (!kprobe || !fentry) throw new Error('no trials');
  const unloadable = wellKernel();
  unloadable.fail(programLoad, 1);
  t.equal(tryKind(doctorContext(unloadable), kprobe), 1);
  const withoutProbes = wellKernel();
  withoutProbes.fail('perf_event_open', 22);
  t.equal(tryKind(doctorContext(withoutProbes), kprobe), 22);
  t.same(withoutProbes.openDescriptors, []);
  t.equal(tryKind(doctorContext(wellKernel(), { typeIds: () => undefined }), fentry), 2, 'its type is not there');
});
