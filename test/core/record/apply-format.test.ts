import t from 'tap';
import { readBtf } from '../../../core/btf/read-btf.js';
import { applyFormat } from '../../../core/record/apply-format.js';
import type { Shape } from '../../../core/record/types.js';
import { buildBtf, rawInt } from '../../fixtures/objects/build-btf.js';
import { array, pointer, record, u8, u32, u64 } from '../../fixtures/shapes.js';

const btf = readBtf(
  buildBtf([
    rawInt,
    { kind: 'enum', name: 'state', size: 4, count: 2, words: ['OFF', 0, 'ON', 1] },
    { kind: 'enum', name: '', size: 4, count: 1, words: ['LOW', 3] },
    { kind: 'typedef', name: 'level_t', size: 3 },
    { kind: 'typedef', name: 'number_t', size: 1 },
  ]),
);
const apply = (shape: Shape, word: string): Shape => applyFormat(btf, shape, word, 'm', 8);

t.test('wraps what fits, and the elements of what does not', async (t) => {
  t.same(apply(u32, ' ipv4 '), { kind: 'formatted', size: 4, format: 'ipv4', inner: u32, processId: 8 });
  t.match(apply(array(u32, 2), 'ipv4'), {
    kind: 'array',
    element: { kind: 'formatted', inner: { kind: 'integer', size: 4 }, processId: undefined },
  });
  t.match(apply(array(u8, 4), 'ipv4'), { kind: 'formatted', format: 'ipv4' });
});

t.test('gives integers the names of an enum', async (t) => {
  const named = (shape: Shape, word: string): unknown => {
    const made = apply(shape, word);
    return made.kind === 'enum' && [made.size, ...made.names.byName];
  };
  t.same(named(u32, 'enum state'), [4, ['OFF', 0], ['ON', 1]]);
  t.same(named(u64, 'enum state'), [8, ['OFF', 0n], ['ON', 1n]]);
  t.same(named(u8, 'enum level_t'), [1, ['LOW', 3]], "a typedef's");
  t.match(apply(array(u32, 2), 'enum state'), { kind: 'array', element: { kind: 'enum' } });
  const bits = {
    kind: 'bits',
    size: 1,
    bitOffset: 0,
    bitSize: 2,
    signed: false,
    bool: false,
    names: undefined,
  } as const;
  const made = apply(bits, 'enum state');
  t.equal(made.kind === 'bits' && made.names?.byValue.get(1), 'ON');
});

t.test('refuses what is unknown or does not fit', async (t) => {
  const refuse = (shape: Shape, word: string) => () => apply(shape, word);
  t.throws(refuse(u32, 'ipv5'), {
    code: 'package-invalid',
    message: "format member 'm': there is no format 'ipv5'",
    cure: 'did you mean ipv4',
  });
  t.throws(refuse(u32, 'temperature'), { code: 'package-invalid', cure: /^one of ipv4, .*enum NAME$/ });
  t.throws(refuse(u64, 'ipv4'), {
    message: "format member 'm': 'ipv4' is for 4 bytes, not for an integer of 8 bytes",
  });
  t.throws(refuse(record({}), 'ns'), {
    message: "format member 'm': 'ns' is for an integer, not for record of 0 bytes",
  });
  t.throws(refuse(u32, 'enum missing'), { message: "format member 'm': there is no enum 'missing'" });
  t.throws(refuse(u32, 'enum number_t'), { message: "format member 'm': there is no enum 'number_t'" });
  t.throws(refuse(pointer, 'enum state'), {
    message: "format member 'm': an enum is for an integer, not for pointer of 8 bytes",
  });
});
