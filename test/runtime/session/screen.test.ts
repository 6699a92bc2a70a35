import t from 'tap';
import { screenOf, terminalSize } from '../../../runtime/session/screen.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';

const io = (stdout: object, env: Record<string, string> = {}) => {
  const memory = memoryIo(env);
  return { ...memory, stdout: Object.assign(memory.stdout, stdout) };
};

t.test('a pipe has no size and no colour', async (t) => {
  const screen = screenOf(io({}), true);
  t.match(screen, { columns: undefined, rows: undefined });
  t.equal(screen.paint('bold', 'x'), 'x');
});

t.test('a terminal has the size that it has at the moment', async (t) => {
  const terminal = io({ isTTY: true, columns: 100, rows: 30 });
  const screen = screenOf(terminal, true);
  t.match(screen, { columns: 100, rows: 30 });
  Object.assign(terminal.stdout, { columns: 60 });
  t.equal(screen.columns, 60);
  t.equal(screen.paint('bold', 'x'), '\x1b[1mx\x1b[22m');
  t.match(screenOf(io({ isTTY: true }), true), { columns: 80, rows: 24 });
  t.equal(screenOf(io({ isTTY: true }, { NO_COLOR: '1' }), true).paint('bold', 'x'), 'x');
});

t.test('nothing is written over where other output comes between, or the terminal cannot', async (t) => {
  t.equal(screenOf(io({ isTTY: true, rows: 30 }), false).rows, undefined);
  t.equal(screenOf(io({ isTTY: true, rows: 30 }, { TERM: 'dumb' }), true).rows, undefined);
});

t.test("a lab's guest is told of the terminal", async (t) => {
  t.equal(terminalSize(io({})), undefined);
  t.equal(terminalSize(io({ isTTY: true })), '80x24');
  const size = terminalSize(io({ isTTY: true, columns: 132, rows: 43 })) ?? '';
  const guest = screenOf(io({}, { TSECLI_TERMINAL: size }), true);
  t.match(guest, { columns: 132, rows: 43 });
  t.equal(guest.paint('bold', 'x'), '\x1b[1mx\x1b[22m');
  t.equal(screenOf(io({}, { TSECLI_TERMINAL: 'nonsense' }), true).columns, undefined);
});
