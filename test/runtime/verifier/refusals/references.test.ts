import t from 'tap';
import { referenceRefusals } from '../../../../runtime/verifier/refusals/references.js';
import { firstFit } from '../../../fixtures/verifier/said.js';

const taken = (call: string): string => `; x = ${call}(1); @ x.bpf.c:7
4: (85) call ${call}#131
; return 0; @ x.bpf.c:9
5: (95) exit
Unreleased reference id=2 alloc_insn=4`;

t.test('a record that is kept is told from other things that are', async (t) => {
  t.match(firstFit(referenceRefusals, taken('bpf_ringbuf_reserve')), {
    id: 'unreleased-record',
    why: /reserved in line 7/,
  });
  t.match(firstFit(referenceRefusals, taken('bpf_sk_lookup_tcp')), {
    id: 'unreleased-reference',
    why: /taken in line 7/,
  });
  t.match(firstFit(referenceRefusals, 'Unreleased reference id=2 alloc_insn=4')?.why, /is taken before is/);
  // As on Linux 6.1.
  t.match(firstFit(referenceRefusals, taken('bpf_ringbuf_reserve').replace(/ @ x\.bpf\.c:\d/g, '')), {
    id: 'unreleased-record',
    why: /reserved by 'x = bpf_ringbuf_reserve\(1\);' is/,
  });
});

const submitted = `3: (85) call bpf_ringbuf_submit#132   ;
4: (7b) *(u64 *)(r6 +0) = r0
R6 invalid mem access 'scalar'`;

t.test('what was given away is told from what was never a record', async (t) => {
  t.equal(firstFit(referenceRefusals, submitted)?.id, 'use-after-submit');
  t.equal(firstFit(referenceRefusals, submitted.replace('ringbuf_submit', 'ktime_get_ns')), undefined);
  t.equal(firstFit(referenceRefusals, `2: (bf) r6 = r0 ; R6_w=scalar()\n${submitted}`), undefined);
  const twice = submitted.replace(
    /4: .*\n.*/,
    '5: (85) call bpf_ringbuf_discard#133\nR1 type=scalar expected=ringbuf_mem',
  );
  t.equal(firstFit(referenceRefusals, twice)?.id, 'double-submit');
  t.equal(
    firstFit(referenceRefusals, twice.replace('3: (85) call bpf_ringbuf_submit', '3: (85) call bpf_x')),
    undefined,
  );
});
