import t from 'tap';
import { callRefusals } from '../../../../runtime/verifier/refusals/calls.js';
import { firstFit } from '../../../fixtures/verifier/said.js';

t.test('what is called, and with what, is told', async (t) => {
  const expected = [
    ['helper call might sleep in a non-sleepable prog', 'sleepable-helper'],
    ['sleepable helper bpf_copy_from_user#148 in non-sleepable prog', 'sleepable-helper'],
    ['unknown func bpf_copy_from_user#148', 'sleepable-helper'],
    ['program must be sleepable to call sleepable kfunc bpf_x', 'sleepable-helper'],
    ['unknown func bpf_redirect#23', 'helper-of-another-kind'],
    ['program of this type cannot use helper bpf_redirect#23', 'helper-of-another-kind'],
    ['invalid func unknown#211', 'missing-helper'],
    ['cannot call GPL-restricted function from non-GPL compatible program', 'gpl-only-helper'],
    ['cannot pass map_type 2 into func bpf_ringbuf_output#130', 'map-type-of-helper'],
    ["R2 is not a known constant'", 'size-not-constant'],
    ["R2 unbounded size, use 'var &= const' or 'if (var < const)'", 'size-not-constant'],
    ["R2 min value is negative, either use unsigned or 'var &= const'", 'size-negative'],
    ["R2 unbounded memory access, use 'var &= const' or 'if (var < const)'", 'size-unbounded'],
    ['BPF_CALL uses reserved fields', 'missing-kernel-function'],
    ['calling kernel function bpf_x is not allowed', 'kernel-function-not-allowed'],
    ['Expected an initialized dynptr as arg #3', 'dynptr-not-initialised'],
    ['Expected an initialized dynptr as R3', 'dynptr-not-initialised'],
    ['expected an initialized iter_num as arg #0', 'iterator-not-initialised'],
    ['R1 type=fp expected=ctx', 'context-argument'],
    ['R2 type=scalar expected=fp, pkt', 'helper-argument'],
    ['R1 must be referenced or trusted', 'untrusted-pointer'],
  ] as const;
  for (const [said, id] of expected) t.equal(firstFit(callRefusals, said)?.id, id, said);
  t.equal(firstFit(callRefusals, 'invalid func unknown#195896080'), undefined, 'that is CO-RE');
});

t.test('the call and the kind of program are named', async (t) => {
  const said = '2: (85) call bpf_redirect#23\nunknown func bpf_redirect#23';
  t.equal(
    firstFit(callRefusals, said, 'kprobe/do_unlinkat')?.why,
    'bpf_redirect() is not there for kprobe programs on this kernel',
  );
  t.match(firstFit(callRefusals, said)?.why, /for programs of this kind/);
  t.match(
    firstFit(callRefusals, '6: (85) call bpf_ringbuf_reserve#131\nR2 is not a known constant')?.why,
    /^argument 2 of bpf_ringbuf_reserve\(\)/,
  );
});

t.test('the map type that a helper wants is named', async (t) => {
  const cureOf = (helper: string) =>
    firstFit(callRefusals, `cannot pass map_type 2 into func ${helper}#1`)?.cure;
  t.match(cureOf('bpf_ringbuf_output'), /BPF_MAP_TYPE_RINGBUF/);
  t.match(cureOf('bpf_perf_event_output'), /PERF_EVENT_ARRAY/);
  t.match(cureOf('bpf_sk_redirect_map'), /bpf-helpers/);
});
