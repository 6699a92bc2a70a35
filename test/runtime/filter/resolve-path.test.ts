import t from 'tap';
import { nameOf, resolvePath, suggest } from '../../../runtime/filter/resolve-path.js';
import { parseFilter } from '../../../runtime/filter/parse.js';
import { array, names, pointer, record, text, u16, u32 } from '../../fixtures/shapes.js';
import { inEnglish } from '../../fixtures/in-english.js';

const event = record({
  pid: u32,
  peer: record({ port: u16, list: array(u16, 3) }),
  comm: text(4),
  rest: array(u32, 0, 'rest'),
});

function resolve(path: string) {
  const expression = parseFilter(path);
  if (expression.kind !== 'path') throw new Error(path);
  return resolvePath(path, event, expression.steps);
}

t.test('finds offsets', async (t) => {
  t.match(resolve('pid'), { offset: 0, shape: u32, mayBeMissing: false });
  t.match(resolve('peer.list[2]'), { offset: 10, shape: u16, mayBeMissing: false });
  t.match(resolve('rest[5]'), { offset: 36, mayBeMissing: true });
  t.equal(resolve('SLEEPING'), undefined, 'may be the name of an enum');
});

t.test('names the nearest where there is none', async (t) => {
  t.throws(() => resolve('peer.prt'), {
    message: "read filter: there is no field 'prt', the nearest is 'port'\n  peer.prt\n       ^~~",
  });
  t.throws(() => resolve('pear.port'), { message: /no field 'pear', the nearest is 'peer'/ });
  t.throws(() => resolve('pid.x'), { message: /a number has no fields/ });
  t.throws(() => resolve('pid[0]'), { message: /only arrays have an index, this is a number/ });
  t.throws(() => resolve('peer.list[3]'), { message: /the array has 3 elements, the first is \[0\]/ });
});

t.test('suggests', async (t) => {
  t.equal(inEnglish(suggest('STOPED', event, ['STOPPED'])), ", the nearest is 'STOPPED'");
  t.equal(inEnglish(suggest('unheard', event)), ': there are pid, peer, comm, rest');
  t.equal(suggest('x', record({})), '');
});

t.test('says what a shape is', async (t) => {
  t.equal(inEnglish(nameOf(event)), 'a struct');
  t.equal(nameOf({ kind: 'enum', size: 4, signed: false, names: names({}) }), 'enum state');
  t.equal(inEnglish(nameOf(pointer)), 'of kind pointer');
  t.equal(inEnglish(nameOf(array(u16, 1))), 'an array');
});
