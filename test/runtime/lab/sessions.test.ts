import { Writable } from 'node:stream';
import t from 'tap';
import { startLab } from '../../../runtime/lab/start-lab.js';
import { runSession } from '../../../runtime/lab/sessions.js';
import { startQemu } from '../../../runtime/lab/machine/start-qemu.js';
import { fakeLab } from '../../fixtures/lab/fake-lab.js';

t.test('a program that never started is an error, made harmless', async (t) => {
  const { io } = fakeLab(t.testdir());
  await using lab = await startLab({ io, quiet: true });
  await t.rejects(lab.exec(['fail'], { io }), {
    code: 'tool-missing',
    message: 'run in lab: no such \\x1b program',
  });
});

t.test('output that nobody reads any more ends the program quietly', async (t) => {
  const { io } = fakeLab(t.testdir());
  await using lab = await startLab({ io, quiet: true });
  const stdout = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(), { code: 'EPIPE' })),
  });
  t.equal(await lab.exec(['echo', 'three'], { io: { ...io, stdout } }), 0);
});

t.test('what is typed goes to the program, its end too', async (t) => {
  const directory = t.testdir();
  const { qemu, io } = fakeLab(directory);
  await using machine = startQemu({ qemu, args: ['-accel', 'tcg'], cwd: directory });
  io.stdin.end('touch a');
  const request = { kind: 'shell', argv: [], env: { TERM: 'x' } } as const;
  t.equal(await runSession(machine.client, request, { io, stdin: true }), 4);
  t.equal(io.output(), 'shell x\ntyped touch a');
});

t.test('a lab that is lost is an error', async (t) => {
  const { io } = fakeLab(t.testdir());
  await using lab = await startLab({ io, quiet: true });
  await t.rejects(lab.exec(['die'], { io }), { code: 'tool-missing' });
});
