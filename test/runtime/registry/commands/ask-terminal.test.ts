import { PassThrough } from 'node:stream';
import t from 'tap';
import { askLine, askSecret } from '../../../../runtime/registry/commands/ask-terminal.js';
import { message } from '../../../../core/message.js';
import { collectingIo } from '../../../fixtures/report-io.js';

/** A terminal on which somebody has typed. */
function typed(text: string) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  stdin.write(text);
  return collectingIo({ stdin });
}

t.test('a line, and one that is not shown', async (t) => {
  t.equal(await askLine(typed('alice\r').io, message`Password of ${'a'} at ${'b'}: `), 'alice');
  const { io, written } = typed('secret\r');
  t.equal(await askSecret(io, message`Password of ${'a'} at ${'b'}: `), 'secret');
  t.equal(written().stderr, 'Password of a at b: \n');
});

t.test('without a terminal nobody can be asked', async (t) => {
  const { io } = collectingIo();
  await t.rejects(askLine(io, message`Name at ${'a'}: `), { code: 'usage', cure: /--password-stdin/ });
  await t.rejects(askSecret(io, message`Name at ${'a'}: `), { code: 'usage' });
});
