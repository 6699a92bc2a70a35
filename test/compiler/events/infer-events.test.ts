import * as fc from 'fast-check';
import t from 'tap';
import { readAnnotations } from '../../../compiler/annotations/read-annotations.js';
import { typeText } from '../../../compiler/events/event-type.js';
import { inferEvents } from '../../../compiler/events/infer-events.js';
import { outputHelpers } from '../../../compiler/events/output-calls.js';
import { readDeclarations } from '../../../compiler/source/declarations.js';
import { parseC } from '../../../compiler/source/parse-c.js';
import { annotatedSource, declarationsOf } from '../../fixtures/annotations/read-source.js';

async function infer(source: string, headers: readonly string[] = []) {
  const file = await declarationsOf(source);
  const others = await Promise.all(headers.map(declarationsOf));
  return inferEvents(file, 'a.bpf.c', readAnnotations(file, 'a.bpf.c').maps, others);
}

t.test('every way to fill a buffer is known', async (t) => {
  const { buffers, diagnostics } = await infer(await annotatedSource('buffers.c'), [
    await annotatedSource('events.h'),
  ]);
  t.same(
    buffers.map(({ map, kind, types, stated }) => [map, kind, types.map(typeText).join(', '), stated]),
    [
      ['reserved', 'ringbuf', 'struct event', false],
      ['by_size', 'ringbuf', 'struct sized', false],
      ['by_cast', 'ringbuf', 'struct cast_event', false],
      ['copied', 'ringbuf', 'struct copied_event', false],
      ['mixed', 'ringbuf', 'struct copied_event, struct global_event', false],
      ['through_helper', 'ringbuf', 'struct copied_event', false],
      ['from_heap', 'ringbuf', 'struct big', false],
      ['untyped', 'ringbuf', '', false],
      ['dynamic', 'ringbuf', 'struct dyn_event', false],
      ['typedefed', 'ringbuf', 'bare_t', false],
      ['scalar', 'ringbuf', '', false],
      ['stated', 'ringbuf', 'struct said, struct also_said', true],
      ['quiet', 'ringbuf', '', false],
      ['perf', 'perf', 'event_t', false],
    ],
  );
  t.match(diagnostics, [
    { severity: 'note', text: /'untyped'/, cure: /@event struct NAME/, location: { file: 'a.bpf.c' } },
    { severity: 'note', text: /'scalar'/ },
  ]);
  t.equal(diagnostics.length, 2);
});

t.test('it is all the same when only the bodies that fill buffers were parsed', async (t) => {
  const source = await annotatedSource('buffers.c');
  const some = readDeclarations(await parseC(source, { bodiesWith: outputHelpers }));
  t.same(inferEvents(some, 'a').buffers, inferEvents(await declarationsOf(source), 'a').buffers);
});

t.test('a typedef of a header is followed', async (t) => {
  const source =
    'struct { __uint(type, BPF_MAP_TYPE_RINGBUF); } rb SEC(".maps");' +
    'int f(void *c) { event_t *e = bpf_ringbuf_reserve(&rb, sizeof(*e), 0); }';
  t.match((await infer(source, ['typedef struct event event_t;'])).buffers, [
    { types: [{ kind: 'struct', name: 'event' }] },
  ]);
  t.match((await infer(source)).buffers, [{ types: [{ kind: 'typedef', name: 'event_t' }] }]);
});

t.test('a buffer that a header defines is listed too', async (t) => {
  const { buffers } = await infer(
    'int f(void *c) { struct e v; bpf_ringbuf_output(&rb, &v, sizeof(v), 0); }',
  );
  t.same(buffers, [{ map: 'rb', kind: undefined, types: [{ kind: 'struct', name: 'e' }], stated: false }]);
});

t.test('a buffer that nothing fills has no types and no note', async (t) => {
  const { buffers, diagnostics } = await infer(
    'struct { __uint(type, BPF_MAP_TYPE_RINGBUF); } rb SEC(".maps");',
  );
  t.match(buffers, [{ map: 'rb', types: [] }]);
  t.same(diagnostics, []);
});

t.test('any text gives an answer', async () => {
  const source = await annotatedSource('buffers.c');
  await fc.assert(
    fc.asyncProperty(fc.nat(source.length), fc.nat(200), async (at, length) => {
      const { buffers } = await infer(source.slice(0, at) + source.slice(at + length));
      return buffers.every(({ types }) => types.every(({ name }) => /^\w+$/.test(name)));
    }),
    { numRuns: 60 },
  );
});
