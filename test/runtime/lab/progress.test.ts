import { Writable } from 'node:stream';
import t from 'tap';
import { showProgress } from '../../../runtime/lab/progress.js';

function screen(isTTY: boolean) {
  let text = '';
  const stderr = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  return { stderr: Object.assign(stderr, { isTTY }), text: () => text };
}

t.test('nothing is said before the first step', async (t) => {
  const { stderr, text } = screen(true);
  showProgress({ stderr })[Symbol.dispose]();
  t.equal(text(), '');
});

t.test('a terminal shows one line that changes and is gone at the end', async (t) => {
  const { stderr, text } = screen(true);
  const progress = showProgress({ stderr });
  progress.step('boot');
  progress.note('something to keep');
  progress.step('save');
  progress[Symbol.dispose]();
  t.equal(
    text(),
    ['', 'lab: boot… (0 s)', 'lab: something to keep\n', 'lab: save… (0 s)', ''].join('\r\x1b[K'),
  );
});

t.test('elsewhere each step is a line without colours', async (t) => {
  const { stderr, text } = screen(false);
  using progress = showProgress({ stderr });
  progress.step('boot');
  progress.step('save');
  t.equal(text(), 'lab: boot…\nlab: save…\n');
});

t.test('a quiet one says nothing', async (t) => {
  const { stderr, text } = screen(false);
  using progress = showProgress({ stderr }, true);
  progress.step('boot');
  progress.note('x');
  t.equal(text(), '');
});
