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

t.test("what is carried comes before the header's other types, and nothing twice", async (t) => {
  t.same(planExports([buffer('rb', 'b', 'c')], [struct('a'), struct('b')]).types, [
    struct('b'),
    struct('c'),
    struct('a'),
  ]);
});

t.test('a buffer that its author has configured keeps that, and the others say their type', async (t) => {
  t.match(planExports([buffer('quiet', 'a'), buffer('rb', 'b')], [], new Set(['quiet'])), {
    types: [struct('a'), struct('b')],
    multiple: true,
    configs: new Map([['rb', struct('b')]]),
  });
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
