import t from 'tap';
import { readBtf } from '../../../core/btf/read-btf.js';
import { skipQualifiers } from '../../../core/btf/resolve.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';

t.test('goes through typedefs, qualifiers and tags to the type itself', async (t) => {
  const btf = readBtf(
    buildBtf([
      rawInt,
      { kind: 'const', size: 1 },
      { kind: 'volatile', size: 2 },
      { kind: 'restrict', size: 3 },
      { kind: 'type_tag', name: 'user', size: 4 },
      { kind: 'typedef', name: 'number', size: 5 },
      { kind: 'ptr', size: 6 },
    ]),
  );
  t.match(skipQualifiers(btf, 6), { kind: 'int', id: 1 });
  t.match(skipQualifiers(btf, 7), { kind: 'ptr', id: 7 });
  t.match(skipQualifiers(btf, 0), { kind: 'void' });
});

t.test('ends in a circle', async (t) => {
  const btf = readBtf(
    buildBtf([
      { kind: 'typedef', name: 'a', size: 2 },
      { kind: 'const', size: 1 },
    ]),
  );
  t.throws(() => skipQualifiers(btf, 1), {
    name: 'BtfError',
    message: 'resolve type 1: more than 32 typedefs and qualifiers',
  });
});
