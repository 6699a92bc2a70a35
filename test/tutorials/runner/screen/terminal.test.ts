import t from 'tap';
import { canDraw, openScreen } from '../../../../tutorials/runner/screen/terminal.js';
import { keepingIo } from '../../../fixtures/learning.js';
import { FakeTerminal } from '../../../fixtures/terminal.js';

t.test('the terminal is taken, told of keys, and given back as it was', async (t) => {
  const stdin = new FakeTerminal();
  const { io, texts } = keepingIo({ stdin });
  const stdout = Object.assign(io.stdout, { isTTY: true, columns: 90, rows: 30 });
  t.ok(canDraw({ ...io, stdout }));
  t.notOk(canDraw({ ...io, stdout, env: { TERM: 'dumb' } }));
  t.notOk(canDraw(keepingIo().io));
  const keys: string[] = [];
  const listeners = process.listenerCount('exit');
  {
    using screen = openScreen(
      { ...io, stdout },
      { onKey: (key) => keys.push(key), onResize: () => keys.push('resized') },
    );
    t.ok(stdin.raw);
    t.same(screen.size(), { columns: 90, rows: 30 });
    screen.draw(['hello']);
    stdin.write('n');
    await new Promise(setImmediate);
    stdout.emit('resize');
    t.same(keys, ['n', 'resized']);
  }
  t.notOk(stdin.raw);
  t.ok(process.listenerCount('exit') <= listeners, 'nothing is left to be called at the end');
  await new Promise(setImmediate);
  t.match(texts.stdout, /^\x1b\[\?1049h.*hello.*\x1b\[\?25h\x1b\[\?1049l$/s);
});
