import t from 'tap';
import { readBtf } from '../../../core/btf/read-btf.js';
import { applyFormat } from '../../../compiler/types/apply-format.js';
import type { Shape } from '../../../compiler/types/types.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';

const btf = readBtf(
  buildBtf([rawInt, { kind: 'enum', name: 'state', count: 2, size: 4, words: ['OFF', 0, 'ON', 1] }]),
);
const integer = (size: number): Shape => ({ kind: 'integer', size });
const array = (element: Shape, length: number): Shape => ({
  kind: 'array',
  size: element.size * length,
  element,
  length,
  open: false,
});

t.test('a word changes what it fits', async (t) => {
  const text = { kind: 'formatted' };
  const cases: [string, Shape, object][] = [
    ['ipv4', integer(4), text],
    ['ipv4', array(integer(1), 4), text],
    ['ipv4', integer(8), integer(8)],
    ['ipv6', array(integer(4), 4), text],
    ['mac', array(integer(1), 6), text],
    ['mac', array(array(integer(1), 6), 2), { element: text }],
    ['port_be', integer(2), integer(2)],
    ['errno', integer(4), text],
    ['signal', { kind: 'bits', size: 1, wide: false }, text],
    ['ns', integer(8), integer(8)],
    ['hex', integer(4), { kind: 'hex' }],
    ['hex', array(integer(1), 8), text],
    ['hex', array(integer(4), 8), { element: { kind: 'hex' } }],
    ['hex', { kind: 'text', size: 4, open: false }, text],
    ['hex', { kind: 'bool', size: 1 }, { kind: 'bool' }],
    ['hex', { kind: 'hex', size: 8, pointer: true }, { kind: 'hex' }],
    ['ksym', integer(8), text],
    ['usym', { kind: 'hex', size: 8, pointer: true }, text],
    ['ksym', integer(4), integer(4)],
    ['state', integer(1), { kind: 'enum', size: 1, names: ['OFF', 'ON'] }],
    ['enum state', { kind: 'bits', size: 1, wide: false }, { kind: 'enum', bits: true }],
    ['enum none', integer(4), integer(4)],
    ['state', { kind: 'float', size: 4 }, { kind: 'float' }],
    ['constructor', integer(4), integer(4)],
  ];
  for (const [word, shape, wanted] of cases)
    t.match(applyFormat(btf, shape, word), wanted, `${word} ${shape.kind}`);
});
