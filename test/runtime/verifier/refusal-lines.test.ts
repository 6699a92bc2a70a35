import t from 'tap';
import { refusalLines } from '../../../runtime/verifier/refusal-lines.js';
import { explained } from '../../fixtures/verifier/explained.js';

t.test('below the sentence stand the line, the registers and the words of the verifier', async (t) => {
  t.same(refusalLines(explained('null-map-value'), String), [
    '20 | *count += 1;',
    'R0 is a pointer to a value of map counts, of 8 bytes, or NULL',
    "the verifier's words: R0 invalid mem access 'map_value_or_null'",
  ]);
});

t.test('of an unknown refusal the last lines are shown', async (t) => {
  const lines = refusalLines(
    { ...explained('null-map-value'), kind: undefined, place: undefined, registers: [], tail: ['a', 'b'] },
    String,
  );
  t.same(lines, ["the verifier's words: a", "the verifier's words: b"]);
});
