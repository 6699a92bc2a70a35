import t from 'tap';
import { callArguments, calledName, findOutputCalls } from '../../../compiler/events/output-calls.js';
import { descendants } from '../../../compiler/source/tree.js';
import { declarationsOf } from '../../fixtures/annotations/read-source.js';

async function callsIn(body: string) {
  const { tree, functions } = await declarationsOf(`int f(void *ctx) { ${body} }`);
  const text = (node: { start: number; end: number } | undefined) =>
    node && tree.source.slice(node.start, node.end);
  return findOutputCalls(tree, functions).map(({ helper, map, data, size }) => [
    helper,
    text(map),
    data.map(text),
    text(size),
  ]);
}

t.test('each helper that fills a buffer has its map, its data and its size', async (t) => {
  t.same(
    await callsIn(
      'bpf_ringbuf_output(&rb, e, sizeof(*e), 0); bpf_perf_event_output(ctx, &pb, F, &v, 8); bpf_skb_output(ctx, &pb, F, w, 4); other(&rb);',
    ),
    [
      ['bpf_ringbuf_output', '&rb', ['e'], 'sizeof(*e)'],
      ['bpf_perf_event_output', '&pb', ['&v'], '8'],
      ['bpf_skb_output', '&pb', ['w'], '4'],
    ],
  );
});

t.test('the macros of our header are known as the helpers that they stand for', async (t) => {
  t.same(
    await callsIn(
      'struct e *a = tsecc_ringbuf_reserve(&rb, 1, 0); tsecc_ringbuf_output(&rb, e, 2, 0); tsecc_perf_event_output(ctx, &pb, F, &v, 8);',
    ),
    [
      ['tsecc_ringbuf_reserve', '&rb', ['*a'], '1'],
      ['tsecc_ringbuf_output', '&rb', ['e'], '2'],
      ['tsecc_perf_event_output', '&pb', ['&v'], '8'],
    ],
  );
});

t.test('a reservation is what takes its result', async (t) => {
  t.same(
    await callsIn(
      'struct e *a = bpf_ringbuf_reserve(&rb, 1, 0); b = (struct e *)(void *)(bpf_ringbuf_reserve(&rb, 2, 0)); return bpf_ringbuf_reserve(&rb, 3, 0);',
    ),
    [
      ['bpf_ringbuf_reserve', '&rb', ['*a'], '1'],
      [
        'bpf_ringbuf_reserve',
        '&rb',
        [
          '(void *)(bpf_ringbuf_reserve(&rb, 2, 0))',
          '(struct e *)(void *)(bpf_ringbuf_reserve(&rb, 2, 0))',
          'b',
        ],
        '2',
      ],
      ['bpf_ringbuf_reserve', '&rb', [], '3'],
    ],
  );
});

t.test('a call has a name and arguments, through a pointer it has no name', async (t) => {
  const { tree } = await declarationsOf('int f(void) { g(1, 2); p->h(3); }');
  const calls = [...descendants(tree.root)].filter(({ type }) => type === 'call_expression');
  t.same(
    calls.map((call) => [calledName(tree, call), callArguments(call).length]),
    [
      ['g', 2],
      [undefined, 1],
    ],
  );
});
