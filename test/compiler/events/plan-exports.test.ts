import t from 'tap';
import type { EventType } from '../../../compiler/events/event-type.js';
import type { BufferEvents } from '../../../compiler/events/infer-events.js';
import { planExports } from '../../../compiler/events/plan-exports.js';

const struct = (name: string): EventType => ({ kind: 'struct', name });
const buffer = (map: string, ...names: string[]): BufferEvents => ({
  map,
  kind: 'ringbuf',
  types: names.map(struct),
  stated: false,
});

t.test('one buffer has the plain form', async (t) => {
  t.same(planExports([buffer('rb', 'a')]), { types: [struct('a')], multiple: false, configs: new Map() });
});

t.test("a header's types come first, and nothing twice", async (t) => {
  t.same(planExports([buffer('rb', 'b', 'c')], [struct('a'), struct('b')]).types, [
    struct('a'),
    struct('b'),
    struct('c'),
  ]);
});

t.test('several buffers of one type each have export_config', async (t) => {
  t.same(planExports([buffer('one', 'a'), buffer('two', 'b'), buffer('empty')]), {
    types: [struct('a'), struct('b')],
    multiple: true,
    configs: new Map([
      ['one', struct('a')],
      ['two', struct('b')],
    ]),
  });
});

t.test('a buffer of several types cannot have export_config, which names one', async (t) => {
  t.equal(planExports([buffer('one', 'a'), buffer('two', 'b', 'c')]).multiple, false);
});
