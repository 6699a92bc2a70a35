import t from 'tap';
import { functionsOf } from '../../../../runtime/attach/binary/functions-of.js';
import { binary } from '../../../fixtures/binaries/binaries.js';

t.test('an executable names its functions, not the places of other files', async (t) => {
  const names = functionsOf(binary('target')).map(({ name }) => name);
  t.same(names.sort(), ['_start', 'call', 'known_add', 'known_sub']);
});

t.test('a library tells versions, and what it does not export as well', async (t) => {
  const functions = functionsOf(binary('versions.so'));
  const read = functions.filter(({ name }) => name === 'known_read');
  t.match(
    read.filter(({ version }) => version === 'KNOWN_1'),
    [
      { isDefault: false, address: 0x360 },
      { isDefault: false, address: 0x360 },
    ],
    'from the dynamic symbols, and from the others',
  );
  t.match(
    read.filter(({ version }) => version === 'KNOWN_2'),
    [{ isDefault: true, address: 0x370 }, {}],
  );
  t.match(
    functions.filter(({ name }) => name === 'known_twice'),
    [{ isGlobal: false }, { isGlobal: false }],
  );
});
