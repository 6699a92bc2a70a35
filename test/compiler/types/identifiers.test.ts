import fc from 'fast-check';
import t from 'tap';
import { commentText, propertyKey, quote, typeIdentifier } from '../../../compiler/types/identifiers.js';
import { diagnose } from '../../fixtures/typescript.js';

t.test('names of C become names of TypeScript', async (t) => {
  t.equal(typeIdentifier('exec_event'), 'ExecEvent');
  t.equal(typeIdentifier('__u64'), 'U64');
  t.equal(typeIdentifier('a-b.c'), 'ABC');
  t.equal(typeIdentifier('3d'), '_3d');
  t.equal(typeIdentifier('___'), 'Unnamed');
  t.equal(propertyKey('new'), 'new');
  t.equal(propertyKey('.rodata'), "'.rodata'");
  t.equal(propertyKey("it's"), "'it\\'s'");
  t.equal(quote('a"\\\n'), `'a"\\\\\\n'`);
  t.equal(commentText('a */ b\n\x1b'), 'a *\\/ b  ');
});

t.test('whatever the name, TypeScript reads it', async (t) => {
  const names = fc
    .sample(fc.string({ unit: 'binary' }), 300)
    .concat(['__proto__', 'constructor', '\u2028', "'", '*/']);
  const text = names.map(
    (name, index) =>
      `/** ${commentText(name)} */\nexport interface ${typeIdentifier(name)}${index} { ${propertyKey(name)}: ${quote(name)} }\n`,
  );
  t.same(diagnose({ 'names.d.ts': text.join('') }), []);
});
