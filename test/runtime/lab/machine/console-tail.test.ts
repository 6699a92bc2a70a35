import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import t from 'tap';
import { watchConsole } from '../../../../runtime/lab/machine/console-tail.js';

t.test('the last lines are kept, made harmless', async (t) => {
  const console = new PassThrough();
  const tail = watchConsole(console);
  console.write('first\r\n\r\nsecond \x1b[31mred\r\n');
  await setImmediate();
  t.same(tail(), ['first', 'second \\x1b[31mred']);
});

t.test('a console that says much does not grow', async (t) => {
  const console = new PassThrough();
  const tail = watchConsole(console);
  for (let i = 0; i < 1000; i++) console.write(`line ${i} ${'x'.repeat(100)}\n`);
  await setImmediate();
  t.ok(tail().join('').length <= 16 * 1024);
  t.match(tail().at(-1), /^line 999 /);
});
