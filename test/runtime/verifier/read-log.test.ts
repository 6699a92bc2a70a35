import fc from 'fast-check';
import t from 'tap';
import { readLog } from '../../../runtime/verifier/read-log.js';
import { keptLogs } from '../../fixtures/verifier/refused.js';

const newer = `0: R1=ctx() R10=fp0
; u64 *v = bpf_map_lookup_elem(&m, &key); @ x.bpf.c:19
6: (85) call bpf_map_lookup_elem#1    ; R0_w=map_value_or_null(id=1,map=m,ks=4,vs=8)
; *v += 1; @ x.bpf.c:20
7: (79) r1 = *(u64 *)(r0 +0)
R0 invalid mem access 'map_value_or_null'
processed 7 insns (limit 1000000) max_states_per_insn 0 total_states 0 peak_states 0 mark_read 0
`;

t.test('the last instruction, its line, the states before it and what was said are read', async (t) => {
  const log = readLog(newer);
  t.match(log, {
    instruction: { index: 7, text: 'r1 = *(u64 *)(r0 +0)' },
    source: { text: '*v += 1;', file: 'x.bpf.c', line: 20 },
    sourceIsNext: false,
    said: "R0 invalid mem access 'map_value_or_null'",
    calls: ['bpf_map_lookup_elem'],
    report: undefined,
  });
  t.match(log.registers.get('R0'), {
    state: 'map_value_or_null(id=1,map=m,ks=4,vs=8)',
    source: { line: 19 },
  });
  t.equal(log.sources.get(6)?.line, 19);
});

t.test('before Linux 5.18 a state is that of the last line that told it', async (t) => {
  const log = readLog(`; x
0: (b7) r1 = 0
1: (bf) r2 = r10
last_idx 1 first_idx 0
regs=2 stack=0 before 0: (b7) r1 = 0
 R1_w=inv0 R2_w=fp0
2: (b7) r1 = 5
3: (73) *(u8 *)(r2 +0) = r1
R2 odd`);
  t.equal(log.registers.get('R2')?.state, 'fp0');
  t.equal(log.registers.get('R1'), undefined, 'it was written since');
  t.equal(log.said, 'R2 odd');
  t.match(log.source, { text: 'x', file: undefined, line: undefined });
});

t.test('a line behind the last instruction is that of the next', async (t) => {
  t.equal(readLog('2: (05) goto pc-3\n; while (go)\ninfinite loop detected at insn 3').sourceIsNext, true);
});

t.test('what Linux 7.3 adds for people is kept apart', async (t) => {
  const log = readLog(`0: (95) exit
R0 !read_ok

Verification failed: Register Type Safety: Unreadable register

Reason:
  R0 has never been initialized.

At:
  insn 0
  >>> 0 | (95) exit

Suggestion:
  Initialize R0.

processed 1 insns (limit 1000000)
`);
  t.equal(log.said, 'R0 !read_ok');
  t.match(log.report, { reason: 'R0 has never been initialized.', suggestion: 'Initialize R0.' });
});

t.test('every real log has what was said, of no longer than its end', async (t) => {
  for (const kernel of ['5.10', '6.1', '6.12', '7.2']) {
    for (const [id, text] of keptLogs(kernel)) {
      if (text.includes('BEGIN PROG LOAD LOG'))
        t.not(readLog(text.split('LOG --\n')[1] ?? '').said, '', `${id} ${kernel}`);
    }
  }
});

t.test('hostile logs are read to their end', async (t) => {
  const pieces = [
    '\n',
    '; ',
    ' @ ',
    '0: (',
    '(85) call ',
    'R1=',
    'R1_w=(',
    '((((',
    ' ',
    '#1',
    'Verification failed: ',
    'Reason:',
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string())), (parts) => {
      readLog(parts.join(''));
    }),
  );
  for (const piece of pieces) {
    const log = readLog(piece.repeat(Math.ceil(2 ** 20 / piece.length)));
    t.ok(log.said.length <= 100_000, piece);
    t.ok(log.calls.length <= 64);
  }
});
