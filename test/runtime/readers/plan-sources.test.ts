import t from 'tap';
import { planSources } from '../../../runtime/readers/plan-sources.js';
import { FakeKernel } from '../../fixtures/kernel/fake-kernel.js';
import {
  exportOf,
  sourceContext,
  typeIdOf,
  type SourceSettings,
} from '../../fixtures/kernel/source-context.js';

const kernel = new FakeKernel({
  files: { '/sys/devices/system/cpu/possible': '0-1\n', '/proc/kallsyms': '' },
});
const planOf = (settings: SourceSettings = {}) => planSources(kernel, sourceContext(settings));

t.test('buffers are read, and of the other maps those that are to be sampled', async (t) => {
  t.same(
    planOf().map(({ map }) => map),
    ['ring', 'typed_ring', 'perf'],
  );
  const plan = planOf({
    maps: { counts: { sample: { interval: 5 } }, ring: { export_config: 'no_export' } },
  });
  t.same(
    plan.map(({ map }) => map),
    ['typed_ring', 'perf', 'counts'],
  );
  t.match(plan.at(-1)?.streams, [{ name: 'counts', role: 'sample' }]);
});

t.test('each type of a buffer is a stream; types of one size are told', async (t) => {
  const events = ['small', 'twin'].map((name) => ({ type: `struct ${name}`, btf_type_id: typeIdOf(name) }));
  const [ring] = planOf({ tsecc: { maps: { ring: { events } } } });
  t.match(ring?.streams, [
    { name: 'ring', role: 'event', type: { name: 'struct small' } },
    { name: 'ring', role: 'event', type: { name: 'struct twin' } },
  ]);
  t.match(ring?.notes, [/struct small and struct twin of the same size/]);
});

t.test('histograms and stacks have no stream', async (t) => {
  const stack = { intepreter: { stack_trace: {} } };
  const plan = planOf({
    maps: { hists: { sample: { interval: 5, type: 'log2_hist' } }, ring: stack },
    exportTypes: [exportOf('stack', 56)],
  });
  const streamsOf = (name: string) => plan.find(({ map }) => map === name)?.streams;
  t.same([streamsOf('hists'), streamsOf('ring')], [[], []]);
  t.match(plan.find(({ map }) => map === 'ring')?.notes, [/kernel addresses have no names/]);
});
