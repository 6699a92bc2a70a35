import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { verdictJson } from '../../../runtime/check/verdict-json.js';
import type { Verdict } from '../../../runtime/check/types.js';
import { VerifierError } from '../../../runtime/verifier/verifier-error.js';
import { explained } from '../../fixtures/verifier/explained.js';

const section = 'kprobe/x';
const read = (verdict: Verdict, verbose = false): unknown =>
  JSON.parse(verdictJson([verdict], String, verbose));

t.test('what is taken is told with its instructions', async (t) => {
  t.equal(
    verdictJson([{ program: 'a', section, verdict: 'ok', instructions: 57 }], String, false),
    '{"program":"a","section":"kprobe/x","verdict":"ok","instructions":57}\n',
  );
});

t.test('a refusal is told with its place, its kind and what is known', async (t) => {
  const error = new VerifierError(explained('null-map-value'), { log: 'whole' });
  t.match(read({ program: 'handle', section, verdict: 'refused', error }), {
    exitCode: 5,
    kind: 'null-map-value',
    file: 'null-map-value.bpf.c',
    line: 20,
    source: '*count += 1;',
    why: /gives NULL/,
    cure: /test it/,
    said: [/R0 invalid/],
    registers: [{ name: 'R0', words: /or NULL/, state: /^map_value_or_null/ }],
    log: undefined,
  });
  t.match(read({ program: 'handle', section, verdict: 'refused', error }, true), { log: 'whole' });
});

t.test('another failure has its sentence and its exit code', async (t) => {
  const error = new TseccError('kernel-cannot', 'attach: no such function', { cure: 'use --lab' });
  t.match(read({ program: 'a', section, verdict: 'refused', error }), {
    exitCode: 4,
    why: 'attach: no such function',
    cure: 'use --lab',
    said: [],
    registers: [],
  });
});
