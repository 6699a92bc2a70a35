import t from 'tap';
import { eventMaker, recordDecoder } from '../../../runtime/library/make-events.js';
import type { EventBatch } from '../../../runtime/readers/types.js';
import { viewStreams } from '../../../runtime/session/record-view.js';
import { sourceOf } from '../../../runtime/decode/source.js';
import { batchOf, person, quarterToThree, streamOf } from '../../fixtures/batches.js';
import { typeOf, u32 } from '../../fixtures/shapes.js';

const symbols = { kernel: () => undefined, user: () => undefined };
const people = streamOf('people');

function eventsOf(batches: readonly EventBatch[], filter?: string) {
  const selection = { fields: undefined, filter, sort: undefined, top: undefined };
  const make = eventMaker(viewStreams([people], selection).views, symbols);
  return batches.flatMap((batch) => [...make(batch)]);
}

t.test('records become copies that stay when their memory is used again', async (t) => {
  const batch = batchOf(people, [person(1, 'sh'), person(2, 'rm')]);
  const events = eventsOf([batch]);
  batch.source.bytes.fill(0);
  const event = { kind: 'record', stream: 'people', type: people.type.name, time: quarterToThree };
  t.same(events, [
    { ...event, data: { pid: 1, comm: 'sh' } },
    { ...event, data: { pid: 2, comm: 'rm' } },
  ]);
});

t.test('a filter lets some through; one that is too short is told as lost', async (t) => {
  const batch = batchOf(people, [person(1, 'sh'), new Uint8Array(3), person(2, 'rm')]);
  t.match(eventsOf([batch], 'pid == 2'), [
    { kind: 'lost', stream: 'people', count: 1, reason: /a record of 3 bytes/ },
    { kind: 'record', data: { pid: 2 } },
  ]);
});

t.test('records of a stream that is not shown are left out', async (t) => {
  t.same(eventsOf([batchOf(streamOf('others'), [person(1, 'sh')])]), []);
});

t.test('what is no struct stands under value', async (t) => {
  const bytes = Uint8Array.of(7, 0, 0, 0);
  const scalar = { ...typeOf({ pid: u32 }), shape: u32, needed: 4 };
  t.same(recordDecoder(scalar)(sourceOf(bytes), 0, 4), { value: 7 });
  t.same(recordDecoder(typeOf({ pid: u32 }))(sourceOf(bytes), 0, 4), { pid: 7 });
});

t.test('every other batch has its event', async (t) => {
  const line = {
    kind: 'line',
    comm: 'rm',
    pid: 1,
    cpu: 0,
    flags: '...1',
    time: '4710.951696',
    message: 'hi',
  } as const;
  const frame = { address: 1n, symbol: 'f+0x1' };
  const stack = { comm: 'sh', pid: 3, cpu: 1, kernel: [frame], user: [] };
  const events = eventsOf([
    {
      kind: 'trace',
      events: [line, { kind: 'lost', cpu: 1, count: undefined }, { kind: 'text', text: 'what' }],
    },
    {
      kind: 'histograms',
      name: 'h',
      scale: 'log2',
      unit: 'us',
      time: 5,
      entries: [{ label: 'comm = sh', slots: [0n, 2n] }],
    },
    { kind: 'stacks', name: 's', time: 6, stacks: [stack] },
    { kind: 'text', name: 'tasks', text: 'one\ntwo\n' },
    { kind: 'lost', name: 'people', count: 4, cpu: 2 },
  ]);
  t.same(events, [
    { kind: 'trace', comm: 'rm', pid: 1, cpu: 0, flags: '...1', seconds: 4710.951696, message: 'hi' },
    { kind: 'lost', stream: 'bpf_printk', count: undefined, cpu: 1, reason: undefined },
    { kind: 'text', stream: 'bpf_printk', text: 'what' },
    { kind: 'histogram', stream: 'h', key: 'comm = sh', scale: 'log2', unit: 'us', slots: [0n, 2n], time: 5 },
    { kind: 'stack', stream: 's', ...stack, time: 6 },
    { kind: 'text', stream: 'tasks', text: 'one' },
    { kind: 'text', stream: 'tasks', text: 'two' },
    { kind: 'lost', stream: 'people', count: 4, cpu: 2, reason: undefined },
  ]);
});
