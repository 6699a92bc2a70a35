import t from 'tap';
import { showTransfer } from '../../../runtime/registry/progress.js';

function terminal(isTTY: boolean) {
  const lines: string[] = [];
  return { stderr: { isTTY, write: (text: string) => lines.push(text) }, lines };
}

t.test('a bar on a terminal, gone at the end', async (t) => {
  const { stderr, lines } = terminal(true);
  let time = 0;
  {
    using progress = showTransfer('pull x\x1b', { stderr }, () => time);
    progress.show(0, 4 * 1024 * 1024);
    progress.show(1, 4 * 1024 * 1024);
    time = 1000;
    progress.show(2 * 1024 * 1024, 4 * 1024 * 1024);
  }
  t.equal(lines.length, 3);
  t.equal(lines[1], '\r\x1b[Kpull x\\x1b [############............] 2.0 MiB/4.0 MiB');
  t.equal(lines[2], '\r\x1b[K');
});

t.test('nothing elsewhere, or for who wants quiet', async (t) => {
  for (const { isTTY, quiet } of [
    { isTTY: false, quiet: false },
    { isTTY: true, quiet: true },
  ]) {
    const { stderr, lines } = terminal(isTTY);
    using progress = showTransfer('x', { stderr, quiet });
    progress.show(1, 1);
    t.same(lines, []);
  }
});
