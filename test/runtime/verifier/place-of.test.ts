import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { placeOf } from '../../../runtime/verifier/place-of.js';
import { readLog } from '../../../runtime/verifier/read-log.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const object = readObject(objectBytes('event'));
const [program] = object.programs;
const name = program?.name ?? '';

t.test('without the object, or in one without the program, the log tells the line', async (t) => {
  const log = readLog('; x = 1; @ a.bpf.c:3\n0: (95) exit');
  t.match(placeOf(log, name, undefined), { text: 'x = 1;', file: 'a.bpf.c', line: 3, column: undefined });
  t.match(placeOf(log, 'other', object), { line: 3 });
});

t.test('the object knows file, line and column of an instruction', async (t) => {
  const place = placeOf(readLog('0: (95) exit\nR0 !read_ok'), name, object);
  t.match(place, { file: 'event.bpf.c', line: Number, column: Number });
  t.ok((place?.column ?? 0) >= 1);
});

t.test('a program refused as a whole is shown by its first line', async (t) => {
  t.same(placeOf(readLog('too large'), name, object), placeOf(readLog('0: (95) exit'), name, object));
});

t.test(
  'instructions behind the program are of functions that it calls: the log has their line',
  async (t) => {
    const log = readLog('; y = 2; @ b.bpf.c:9\n90000: (95) exit\nodd');
    t.match(placeOf(log, name, object), { text: 'y = 2;', line: 9 });
  },
);

t.test('a line of the next instruction is found in the object by its text', async (t) => {
  const first = placeOf(readLog('0: (95) exit'), name, object);
  const log = readLog(`3: (05) goto pc-3\n; ${first?.text.trim()}\ninfinite loop detected at insn 3`);
  t.match(placeOf(log, name, object), { line: first?.line, column: first?.column });
});
