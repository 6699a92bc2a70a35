import t from 'tap';
import * as library from '../../compiler/index.js';

t.test('the library offers the compile and its error', async (t) => {
  t.same(Object.keys(library).sort(), ['CompileError', 'compile']);
});
