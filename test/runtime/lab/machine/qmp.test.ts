import { duplexPair } from 'node:stream';
import t from 'tap';
import { connectQmp } from '../../../../runtime/lab/machine/qmp.js';

/** A QMP connection and the machine's side of it. */
function connected() {
  const [near, far] = duplexPair();
  const commands: Record<string, unknown>[] = [];
  far.on('data', (text: Buffer) => {
    for (const line of text.toString().trim().split('\n')) commands.push(JSON.parse(line));
  });
  const say = (message: unknown) => void far.write(`${JSON.stringify(message)}\r\n`);
  return { qmp: connectQmp(near), far, say, commands };
}

t.test('answers go to their commands, whatever comes between', async (t) => {
  const { qmp, say, commands } = connected();
  say({ QMP: { version: {} } });
  const [first, second] = [qmp.execute('query-status'), qmp.execute('migrate', { uri: 'exec:cat' })];
  say({ event: 'RESUME' });
  say({ return: { n: 2 }, id: 2 });
  say({ return: { n: 1 }, id: 1 });
  t.same(await Promise.all([first, second]), [{ n: 1 }, { n: 2 }]);
  t.same(commands[1], { execute: 'migrate', arguments: { uri: 'exec:cat' }, id: 2 });
});

t.test('a message that comes in pieces is put together', async (t) => {
  const { qmp, far } = connected();
  const answer = qmp.execute('stop');
  far.write('{"return": ');
  await new Promise((done) => setImmediate(done));
  far.write('{"x":1}, "id": 1}\n');
  t.same(await answer, { x: 1 });
});

t.test('events reach their listeners until they stop listening', async (t) => {
  const { qmp, say } = connected();
  const heard: string[] = [];
  const off = qmp.onEvent(({ event }) => void heard.push(event));
  say({ event: 'STOP', data: { reason: 'x' } });
  const answer = qmp.execute('cont');
  say({ return: {}, id: 1 });
  await answer;
  off();
  say({ event: 'RESUME' });
  t.same(heard, ['STOP']);
});

t.test('a refusal is an error with the reason, made harmless', async (t) => {
  const { qmp, say } = connected();
  const answer = qmp.execute('migrate');
  say({ error: { class: 'GenericError', desc: 'no \x1b[31m way' }, id: 1 });
  await t.rejects(answer, {
    code: 'tool-missing',
    message: "steer the lab's QEMU: migrate: no \\x1b[31m way",
  });
});

t.test('what is no message is ignored', async (t) => {
  const { qmp, far, say } = connected();
  far.write('not JSON\n[1]\nnull\n');
  const answer = qmp.execute('stop');
  say({ return: {}, id: 99 });
  say({ return: { ok: true }, id: 1 });
  t.same(await answer, { ok: true });
});

t.test('a QEMU that ends fails all commands, also later ones', async (t) => {
  const { qmp, far } = connected();
  const answer = qmp.execute('stop');
  far.end();
  await t.rejects(answer, { code: 'tool-missing', message: /ended before it answered stop/ });
  await t.rejects(qmp.execute('cont'), { code: 'tool-missing' });
});
