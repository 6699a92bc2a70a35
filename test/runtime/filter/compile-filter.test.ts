import * as fc from 'fast-check';
import t from 'tap';
import { eventType, eventTypeOf } from '../../../runtime/decode/event-type.js';
import { sourceOf } from '../../../runtime/decode/source.js';
import type { EventType } from '../../../runtime/decode/types.js';
import { compileFilter } from '../../../runtime/filter/compile-filter.js';
import { FilterError } from '../../../runtime/filter/filter-error.js';
import { variableOf } from '../../fixtures/objects/variables.js';
import { array, text, typeOf, u32, u64 } from '../../fixtures/shapes.js';

const formats = new Map([
  ['address', 'ipv4'],
  ['peer.port', 'port_be'],
  ['took', 'ns'],
]);
const event = variableOf('events', 'event');
const type = eventTypeOf(event.btf, event.typeId, formats);
const passes = (filter: string): boolean => compileFilter(filter, type)(sourceOf(event.bytes), 0);

t.test('lets the events through that it describes', async (t) => {
  for (const filter of [
    'pid == 4711',
    'pid == 4711 && comm ~ "ssh" || !(ret < 0)',
    'pid != 1 && pid > 4710 && pid <= 0x1267',
    'state == SLEEPING',
    'SLEEPING == state',
    'state != STOPPED && state < STOPPED',
    'unnamed_access & EXEC',
    '(unnamed_access & 2) == 0',
    'unnamed_access & WRITE || true',
    'at.x == 3 && at.y == -4',
    'path[1].x == 3',
    'names[1] == "four"',
    'address == "10.0.0.1"',
    'address ~ "10.*"',
    'peer.port == 0x3412',
    'pointer == 0xffffffff81000000',
    'next == 0',
    '!next',
    'took >= 1234567 && took < 1.5e9',
    'ret == -2',
    'comm !~ "*bash*"',
    'octets[0] == 10',
    'true && !false',
    '5 > 4',
    '(pid == 1) == false',
  ]) {
    t.equal(passes(filter), true, filter);
  }
  for (const filter of [
    'pid == 4712',
    'state == RUNNING',
    'comm == "ssh"',
    'took == 1234568',
    '!ret',
    'pointer < 5',
  ]) {
    t.equal(passes(filter), false, filter);
  }
});

t.test('compares 64 bits exactly', async (t) => {
  const wide = typeOf({ n: u64, m: u64 });
  const test = (filter: string, n: bigint, m = 0n) =>
    compileFilter(filter, wide)(sourceOf(new Uint8Array(new BigUint64Array([n, m]).buffer)), 0);
  t.ok(test('n == 9007199254740993', 9007199254740993n));
  t.notOk(test('n == 9007199254740993', 9007199254740992n));
  t.ok(test('n > m', 2n ** 64n - 1n, 2n ** 64n - 2n));
  t.ok(test('n & 0x8000000000000000', 2n ** 63n));
});

t.test('filters at any offset, and what is no struct as value', async (t) => {
  const bytes = new Uint8Array([9, 9, 5, 0, 0, 0]);
  t.ok(compileFilter('value == 5', eventType('u32', true, u32))(sourceOf(bytes), 2));
});

t.test('an element that a record does not have is never equal', async (t) => {
  const flexible = typeOf({ n: u32, list: array(u32, 0, 'rest') });
  const source = sourceOf(new Uint8Array(new Uint32Array([1, 7, 8]).buffer));
  t.ok(compileFilter('list[1] == 8', flexible)(source, 0));
  source.end = 8;
  t.notOk(compileFilter('list[1] == 8', flexible)(source, 0));
  t.notOk(compileFilter('list[1] & 8', flexible)(source, 0));
});

t.test('says what is wrong, and where', async (t) => {
  const table: Readonly<Record<string, string>> = {
    'pidd == 1': "there is no field 'pidd', the nearest is 'pid'\n  pidd == 1\n  ^~~~",
    'state == SLEEPIN':
      "there is no field 'SLEEPIN', the nearest is 'SLEEPING'\n  state == SLEEPIN\n           ^~~~~~~",
    'pid == "1"': 'a number is compared with text\n  pid == "1"\n         ^~~',
    '"1" == pid': 'a number is compared with text\n  "1" == pid\n  ^~~',
    'comm < "a"': 'text has no order: use == or !=, or ~\n  comm < "a"\n  ^~~~~~~~~~',
    'pid == -1': 'the field is never -1: it goes from 0 to 4294967295\n  pid == -1\n         ^~',
    '300 == octets[0]': 'the field is never 300: it goes from 0 to 255\n  300 == octets[0]\n  ^~~',
    'pid ~ "1"': '~ looks for text in text, and this is a number\n  pid ~ "1"\n  ^~~',
    'comm ~ pid': 'a string should follow ~\n  comm ~ pid\n         ^~~',
    comm: 'text alone is neither true nor false: compare it, for instance with ""\n  comm\n  ^~~~',
    'at == 1': 'a struct cannot be compared: take one of its fields\n  at == 1\n  ^~',
    'octets == 1': 'an array cannot be compared: take one element, [0]\n  octets == 1\n  ^~~~~~',
    'comm & 1': '& masks bits, so both sides are whole numbers\n  comm & 1\n  ^~~~',
    'pid & 1.5': '& masks bits, so both sides are whole numbers\n  pid & 1.5\n        ^~~',
  };
  for (const [filter, message] of Object.entries(table)) {
    t.throws(() => passes(filter), { code: 'usage', message: `read filter: ${message}` }, filter);
  }
});

t.test('throws nothing but its own errors, when compiled or run', async (t) => {
  const word = fc.constantFrom(
    'pid',
    'comm',
    'state',
    'SLEEPING',
    'path',
    '[0]',
    '.x',
    'took',
    'address',
    'pointer',
    '1',
    '-1',
    '2.5',
    '"s*"',
    'true',
    '==',
    '!=',
    '<',
    '>=',
    '~',
    '!~',
    '&&',
    '||',
    '!',
    '&',
    '(',
    ')',
  );
  const any: fc.Arbitrary<string> = fc.array(word, { maxLength: 9 }).map((words) => words.join(' '));
  const bytes = fc.uint8Array({ minLength: event.bytes.length, maxLength: event.bytes.length });
  let ran = 0;
  const run = (filter: string, data: Uint8Array, of: EventType): void => {
    compileFilter(filter, of)(sourceOf(data), 0);
    ran++;
  };
  fc.assert(
    fc.property(any, bytes, (filter, data) => {
      try {
        run(filter, data, type);
      } catch (error) {
        if (!(error instanceof FilterError)) throw error;
      }
    }),
    { numRuns: 5000 },
  );
  t.ok(ran > 20, `${ran} filters ran`);
  t.ok(compileFilter('a == "x"', typeOf({ a: text(2) })));
});
