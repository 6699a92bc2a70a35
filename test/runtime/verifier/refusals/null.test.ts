import t from 'tap';
import { nullRefusals } from '../../../../runtime/verifier/refusals/null.js';
import { firstFit } from '../../../fixtures/verifier/said.js';

t.test('pointers that may be NULL are told apart by where they come from', async (t) => {
  const expected = [
    ["R0 invalid mem access 'map_value_or_null'", 'null-map-value'],
    ["R6 invalid mem access 'ringbuf_mem_or_null'", 'null-ringbuf-record'],
    ["R6 invalid mem access 'alloc_mem_or_null'", 'null-ringbuf-record'],
    ["R6 invalid mem access 'mem_or_null'", 'null-ringbuf-record'],
    ["R1 invalid mem access 'sock_or_null'", 'null-pointer'],
    ['R3 type=map_value_or_null expected=fp, pkt', 'null-argument'],
    ['Possibly NULL pointer passed to trusted arg0', 'null-argument'],
    [
      'R0 pointer arithmetic on map_value_or_null prohibited, null-check it first',
      'pointer-or-null-arithmetic',
    ],
  ] as const;
  for (const [said, id] of expected) t.equal(firstFit(nullRefusals, said)?.id, id, said);
});

t.test('arguments are counted from 1, as in the call', async (t) => {
  t.match(firstFit(nullRefusals, 'Possibly NULL pointer passed to trusted arg0')?.why, /argument 1 /);
  t.match(firstFit(nullRefusals, 'Possibly NULL pointer passed to helper R2')?.why, /argument 2 /);
});

t.test('the function that gave the pointer is named', async (t) => {
  const log = `; struct bpf_sock *s = bpf_sk_fullsock(sk); @ x.bpf.c:3
4: (85) call bpf_sk_fullsock#95       ; R0_w=map_value_or_null(id=1,map=m,ks=4,vs=8)
5: (79) r1 = *(u64 *)(r0 +0)
R0 invalid mem access 'map_value_or_null'`;
  t.match(firstFit(nullRefusals, log)?.why, /^bpf_sk_fullsock\(\) gives NULL/);
});
