import fc from 'fast-check';
import t from 'tap';
import { includedNames } from '../../../compiler/results/included-names.js';

t.test('names are found in quotes and angle brackets, wherever they stand', async (t) => {
  const text =
    '#include "a.h"\n # include <b/c.h> // x\n#if __has_include("d.h")\n#endif\n#include_next <e.h>\n';
  t.same(includedNames(text), [
    { name: 'a.h', quoted: true, next: false },
    { name: 'b/c.h', quoted: false, next: false },
    { name: 'e.h', quoted: false, next: true },
    { name: 'd.h', quoted: true, next: false },
  ]);
  t.same(includedNames('int x;'), []);
});

t.test('what hangs on more than the text of files has no names', async (t) => {
  for (const text of [
    '#include HEADER',
    '#include_next HEADER\n',
    'char when[] = __DATE__;',
    'char when[] = __TIME__ __TIMESTAMP__;',
    'asm(".incbin \\"x\\"");',
    '#embed "x"',
  ])
    t.equal(includedNames(text), undefined, text);
});

t.test('of any text it makes a list or nothing', async () => {
  const piece = fc.constantFrom(
    '#include',
    '_next',
    ' ',
    '"',
    '<',
    '>',
    'a.h',
    '\n',
    '__has_include(',
    ')',
    'X',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const found = includedNames(pieces.join(''));
      return found === undefined || found.every(({ name }) => name !== '' && !name.includes('\n'));
    }),
  );
});
