import t from 'tap';
import { speak } from '../../../core/language.js';
import { tellRefusal } from '../../../runtime/verifier/tell-refusal.js';
import { explained } from '../../fixtures/verifier/explained.js';

t.test('an explanation is said in a language', async (t) => {
  const told = tellRefusal(explained('null-map-value'), await speak('zh'));
  t.match(told, {
    program: 'handle',
    file: 'null-map-value.bpf.c',
    line: 20,
    cure: '先检查：if (!value) return 0;',
    said: ["R0 invalid mem access 'map_value_or_null'"],
    registers: [{ name: 'R0', words: /或 NULL$/ }],
  });
  t.match(told.why, /返回 NULL/);
});

t.test('of an unknown refusal the last lines are told', async (t) => {
  t.same(tellRefusal({ ...explained('null-map-value'), kind: undefined, tail: ['a'] }, String).said, ['a']);
});
