import t from 'tap';
import { selectCode } from '../../../compiler/source/code-tokens.js';
import { scanTokens } from '../../../compiler/source/tokens.js';

t.test('comments, directives and what is switched off do not count', async (t) => {
  const text = '/* a */ x\n#if 0\n y (\n#if A\n#endif\n#endif\nz ( )';
  const code = selectCode(text, scanTokens(text));
  t.same(
    code.tokens.map((_, index) => code.textAt(index)),
    ['x', 'z', '(', ')'],
  );
  t.same([...code.pairs], [-1, -1, 3, 2]);
  t.equal(code.textAt(99), '');
});
