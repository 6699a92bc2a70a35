import t from 'tap';
import { stripTypes } from '../../../../tutorials/runner/rungs/strip-types.js';

t.test('types go, code and imports stay', async (t) => {
  const code = await stripTypes("import { a } from 'b';\nconst n: number = a as number;\nconsole.log(n);\n");
  t.match(code, /import \{ a \} from 'b';/);
  t.match(code, /const n\s*= a/);
  t.notMatch(code, /: number/);
});
