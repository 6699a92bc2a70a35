import t from 'tap';
import { loadGrammar } from '../../../compiler/source/load-grammar.js';

t.test('the parser is loaded once and parses C', async (t) => {
  const [first, second] = await Promise.all([loadGrammar(), loadGrammar()]);
  t.equal(first, second);
  const tree = first.parse('int a;');
  t.equal(
    tree?.rootNode.toString(),
    '(translation_unit (declaration type: (primitive_type) declarator: (identifier)))',
  );
  tree?.delete();
});
