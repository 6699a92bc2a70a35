import t from 'tap';
import { message } from '../../../core/message.js';
import { askPassword } from '../../../runtime/signing/ask-password.js';
import { memoryIo } from '../../fixtures/kernel/memory-io.js';
import { FakeTerminal } from '../../fixtures/terminal.js';

const prompt = message`Password for the new private key: `;

function atTerminal(typed: string) {
  const io = memoryIo({});
  const stdin = new FakeTerminal();
  stdin.write(typed);
  return { ...io, stdin };
}

t.test('COSIGN_PASSWORD is taken even if it is empty', async (t) => {
  for (const password of ['', 'secret']) {
    t.equal(await askPassword(memoryIo({ COSIGN_PASSWORD: password }), prompt, { twice: true }), password);
  }
});

t.test('else the terminal is asked, for a new one twice', async (t) => {
  const io = atTerminal('secret\r');
  t.equal(await askPassword(io, prompt), 'secret');
  t.equal(io.errors(), 'Password for the new private key: \n');
  const twice = atTerminal('secret\rsecret\r');
  t.equal(await askPassword(twice, prompt, { twice: true }), 'secret');
  t.equal(twice.errors(), 'Password for the new private key: \nThe same again: \n');
});

t.test('two that differ, none, and no terminal are told', async (t) => {
  await t.rejects(askPassword(atTerminal('a\rb\r'), prompt, { twice: true }), {
    message: 'ask for a password: the two are not the same',
  });
  await t.rejects(askPassword(atTerminal('\u0003'), prompt), {
    message: 'ask for a password: none was given',
  });
  await t.rejects(askPassword(memoryIo({}), prompt), { code: 'usage', cure: 'set COSIGN_PASSWORD' });
});
