import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { formatsOf } from '../../../compiler/types/formats-of.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

t.test("words are found by path, and the outer type's count", async (t) => {
  const { btf } = readObject(objectBytes('types'));
  if (!btf) throw new Error('the fixture has types');
  const everything = btf.types.find((type) => type.kind === 'struct' && type.name === 'everything');
  const facts = {
    everything: { members: { bits: { format: 'hex' }, 'at.x': { format: 'ns' } } },
    point: { members: { x: { format: 'hex' }, y: { format: 'us' } } },
    other: { members: { small: { format: 'hex' } } },
    known: { members: { large: { format: 'bytes' } } },
  };
  t.same(
    [...formatsOf(btf, everything?.id ?? 0, facts, 'known')],
    [
      ['large', 'bytes'],
      ['bits', 'hex'],
      ['at.x', 'ns'],
      ['at.y', 'us'],
    ],
  );
  t.equal(formatsOf(btf, everything?.id ?? 0).size, 0);
});
