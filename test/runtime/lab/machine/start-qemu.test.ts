import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import t from 'tap';
import { startQemu } from '../../../../runtime/lab/machine/start-qemu.js';
import { findHelper } from '../../../../runtime/lab/tools.js';
import { fakeLab, type FakeMode } from '../../../fixtures/lab/fake-lab.js';
import { root } from '../../../fixtures/project.js';
import { until } from '../../../fixtures/until.js';

const setpriv = findHelper('setpriv', process.env);
const startModule = pathToFileURL(join(root, 'runtime/lab/machine/start-qemu.ts')).href;
const typescript = pathToFileURL(join(root, 'tools/testing/typescript/register.mjs')).href;

function start(directory: string, mode: FakeMode = 'healthy') {
  const { qemu } = fakeLab(directory, mode);
  return startQemu({ qemu, args: ['-accel', 'tcg'], cwd: directory, setpriv });
}

t.test('both lines to the machine work, and disposing ends it', async (t) => {
  const machine = start(t.testdir());
  t.same(await machine.client.hello(), { kernelRelease: '6.1.0-1-fake' });
  t.same(await machine.qmp.execute('query-migrate'), { status: 'completed' });
  await machine[Symbol.asyncDispose]();
  t.notOk(existsSync(`/proc/${machine.pid}`));
});

t.test('a guest that panics is told by its last words', async (t) => {
  const machine = start(t.testdir(), 'dies');
  const error = await machine.ended;
  t.match(error.message, /Kernel panic - not syncing: no init found/);
  t.match(error.log, /qemu: terminating/);
  await t.rejects(machine.client.hello(), { code: 'tool-missing' });
});

t.test('a QEMU that is not there is an error, not a crash', async (t) => {
  const directory = t.testdir();
  const machine = startQemu({ qemu: `${directory}/absent`, args: [], cwd: directory });
  t.match((await machine.ended).message, /could not be started/);
});

t.test('it is not in our process group, so Ctrl-C on the terminal does not reach it', async (t) => {
  const machine = start(t.testdir());
  await machine.client.hello();
  const group = readFileSync(`/proc/${machine.pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[2];
  t.equal(Number(group), machine.pid);
  await machine[Symbol.asyncDispose]();
});

t.test('it dies with us, also when we are killed', { skip: setpriv ? false : 'no setpriv' }, async (t) => {
  // A QEMU that does not notice that its lines are gone; it would live for a quarter of an hour by itself.
  const directory = t.testdir({ qemu: '#!/bin/sh\nexec sleep 1000\n' });
  const qemu = `${directory}/qemu`;
  chmodSync(qemu, 0o755);
  const command = { qemu, args: [], cwd: directory, setpriv };
  const script = `
    const { startQemu } = await import(${JSON.stringify(startModule)});
    console.log(startQemu(${JSON.stringify(command)}).pid);
    setInterval(() => undefined, 1000);`;
  const owner = spawn(process.execPath, ['--import', typescript, '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = Number(await new Promise((read) => owner.stdout.once('data', read)));
  await until(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('sleep'));
  owner.kill('SIGKILL');
  await until(() => !existsSync(`/proc/${pid}/exe`));
  t.pass('gone');
});
