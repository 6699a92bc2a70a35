import t from 'tap';
import { typedefsOf, typeText } from '../../../compiler/events/event-type.js';
import { findOutputCalls } from '../../../compiler/events/output-calls.js';
import { createWorld, mapNames, pointedTypes, sizedTypes } from '../../../compiler/events/resolve-type.js';
import { declarationsOf } from '../../fixtures/annotations/read-source.js';

const before =
  'struct { __uint(type, BPF_MAP_TYPE_ARRAY); __type(value, struct heap_event); } heap SEC(".maps");' +
  'typedef struct { int a; } bare_t; struct g global, many[4];';

/** What the data and the size of the first output call are, and where it goes. */
async function resolve(source: string) {
  const file = await declarationsOf(before + source);
  const world = createWorld(file, typedefsOf([file]));
  const [call] = findOutputCalls(file.tree, file.functions);
  if (!call?.map || !call.size) throw new Error('no call');
  return {
    data: call.data.flatMap((node) => pointedTypes(world, call.within, node)).map(typeText),
    size: sizedTypes(world, call.within, call.size).map(typeText),
    maps: mapNames(world, call.within, call.map),
  };
}

const output = (data: string, size = '8') => `bpf_ringbuf_output(&rb, ${data}, ${size}, 0);`;
const body = (text: string) => resolve(`int f(void *ctx) { ${text} }`);

t.test('data is what its variable, its cast or its map says', async (t) => {
  const cases: [string, string[]][] = [
    [`struct e *p; ${output('p')}`, ['struct e']],
    [`struct e v; ${output('&v')}`, ['struct e']],
    [`struct e v[2]; ${output('v')}`, ['struct e']],
    [`struct e v[2]; ${output('&v[1]')}`, ['struct e']],
    [`bare_t v; ${output('(void *)&(v)')}`, ['bare_t']],
    [output('&global'), ['struct g']],
    [output('&many[2]'), ['struct g']],
    [output('(struct c *)ctx'), ['struct c']],
    [`void *p = bpf_map_lookup_elem(&heap, &k); ${output('p')}`, ['struct heap_event']],
    [`struct e *q; void *p; p = q; ${output('p')}`, ['struct e']],
    [`void *p; p = p; ${output('p')}`, []],
    [`u64 n; ${output('&n')}`, []],
    [`char b[8]; ${output('b')}`, []],
    [output('x->y'), []],
  ];
  for (const [text, types] of cases) t.same((await body(text)).data, types, text);
});

t.test('a size is what sizeof says', async (t) => {
  const cases: [string, string[]][] = [
    ['sizeof(struct e)', ['struct e']],
    ['sizeof(bare_t)', ['bare_t']],
    ['sizeof(global)', ['struct g']],
    ['sizeof global', ['struct g']],
    ['sizeof(*p)', ['struct l']],
    ['sizeof(struct e) + n', ['struct e']],
    ['sizeof(struct e) + sizeof(struct d)', []],
    ['64', []],
    ['sizeof(int)', []],
  ];
  for (const [size, types] of cases)
    t.same((await body(`struct l *p; ${output('ctx', size)}`)).size, types, size);
});

t.test('parameters are what callers pass', async (t) => {
  const source =
    'static int put(void *m, void *d) { bpf_ringbuf_output(m, d, 8, 0); }' +
    'int f(void *c) { struct a x; put(&one, &x); } int g(void *c) { struct b *y; put((void *)&two, y); }';
  t.match(await resolve(source), { data: ['struct a', 'struct b'], maps: ['one', 'two'] });
});

t.test('functions that call themselves end', async (t) => {
  const source = 'static int put(void *d) { put(d); bpf_ringbuf_output(&rb, d, 8, 0); }';
  t.match(await resolve(source), { data: [], maps: ['rb'] });
});
