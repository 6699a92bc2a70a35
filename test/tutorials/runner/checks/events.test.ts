import t from 'tap';
import { describeEvent, findEvents } from '../../../../tutorials/runner/checks/events.js';
import type { RunEvent } from '../../../../runtime/library/types.js';
import { traceLine } from '../../../fixtures/learning.js';

const histogram = (key: string, slots: readonly bigint[]): RunEvent => ({
  ...{ kind: 'histogram', stream: 'hist', key, scale: 'log2', unit: 'us', slots, time: 0 },
});

t.test('of histograms the last of each counts', async (t) => {
  const events = [histogram('a', [1n]), histogram('b', [1n]), histogram('a', [5n])];
  t.equal(findEvents(events, { kind: 'histogram', slots: { sum: 1 } }, new Map()).length, 1);
  t.equal(findEvents(events, { kind: 'histogram', key: 'a', slots: { sum: 5 } }, new Map()).length, 1);
});

t.test('what the first event that matches has to be saved is kept', async (t) => {
  const saved = new Map<string, string>();
  const events = [traceLine('no', 1), traceLine('yes', 2), traceLine('yes', 3)];
  t.equal(findEvents(events, { message: 'yes', pid: { save: 'pid' } }, saved).length, 2);
  t.same([...saved], [['pid', '2']]);
});

t.test('events are described in a line', async (t) => {
  const record: RunEvent = {
    kind: 'record',
    stream: 'events',
    type: 'struct event',
    time: 0,
    data: { at: 5n },
  };
  t.equal(describeEvent(traceLine('hello')), 'rm-7: hello');
  t.equal(describeEvent(record), 'events: {"at":5}');
  t.equal(describeEvent(histogram('a', [1n, 2n])), 'hist a: 1 2');
  t.equal(describeEvent({ kind: 'text', stream: 'x', text: 'line' }), 'line');
  t.equal(
    describeEvent({ kind: 'lost', stream: 'events', count: undefined, cpu: undefined, reason: undefined }),
    'events: lost ?',
  );
  const stack: RunEvent = {
    ...{ kind: 'stack', stream: 'stacks', comm: 'sh', pid: 3, cpu: 0, kernel: [], user: [], time: 0 },
  };
  t.equal(describeEvent(stack), 'stacks: sh-3');
});
