import t from 'tap';
import { readHidden } from '../../../runtime/signing/read-hidden.js';
import { FakeTerminal } from '../../fixtures/terminal.js';

async function typed(...chunks: readonly (string | Buffer)[]): Promise<string | undefined> {
  const terminal = new FakeTerminal();
  const line = readHidden(terminal);
  for (const chunk of chunks) terminal.write(chunk);
  return await line;
}

t.test('a line ends with Enter; letters may be taken back, and come in parts', async (t) => {
  t.equal(await typed('secret\r'), 'secret');
  t.equal(await typed('se', 'cret', '\n'), 'secret');
  t.equal(await typed('sx\u007fecrx\bet\r'), 'secret');
  t.equal(await typed('\u007f\r'), '');
  const word = Buffer.from('é密');
  t.equal(await typed(word.subarray(0, 1), word.subarray(1, 4), word.subarray(4), '\r'), 'é密');
});

t.test('Ctrl-C, Ctrl-D and a closed terminal give it up', async (t) => {
  t.equal(await typed('sec\u0003'), undefined);
  t.equal(await typed('sec\u0004'), undefined);
  const terminal = new FakeTerminal();
  const line = readHidden(terminal);
  terminal.end('sec');
  t.equal(await line, undefined);
});

t.test('the terminal shows nothing meanwhile, and shows again afterwards', async (t) => {
  const terminal = new FakeTerminal();
  const line = readHidden(terminal);
  t.ok(terminal.raw);
  terminal.write('secret\rnext\r');
  t.equal(await line, 'secret');
  t.notOk(terminal.raw);
  t.equal(await readHidden(terminal), 'next', 'what was typed ahead is not lost');
});
