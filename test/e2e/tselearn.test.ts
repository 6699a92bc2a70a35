// tselearn as a learner has it: the built command, a folder of their own, and whatever ends it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { runCommand } from '../fixtures/commands.js';
import { testKernel } from '../fixtures/kernels.js';
import { ownEnvironment, root, scratchDirectory } from '../fixtures/project.js';

const lesson = '02-kprobe-unlink';
const program = join(root, 'dist/bin/tselearn.js');
const solutionOf = (file: string): string => join(root, 'tutorials/lessons', lesson, 'solution', file);

async function newFolder(t: Parameters<typeof scratchDirectory>[0]): Promise<string> {
  const folder = join(scratchDirectory(t), 'learn');
  const { code } = await runCommand('tselearn', ['start', folder]);
  if (code !== 0) throw new Error('start failed');
  return folder;
}

/** Saves as editors do: another file takes the place of the old one. */
function save(folder: string, file: string): void {
  const path = join(folder, lesson, file);
  cpSync(solutionOf(file), `${path}.new`);
  renameSync(`${path}.new`, path);
}

const passedIn = (folder: string): readonly string[] => {
  const { exercises } = JSON.parse(readFileSync(join(folder, '.tselearn/progress.json'), 'utf8'));
  return Object.keys(exercises).filter((key) => exercises[key].passed !== undefined);
};

t.test('a learner gets from the starter to a pass, and a teacher sees it', async (t) => {
  const folder = await newFolder(t);
  t.ok(existsSync(join(folder, lesson, 'entry.bpf.c')));
  const first = await runCommand('tselearn', ['run', '2.1', `--kernel=${testKernel}`], { cwd: folder });
  t.equal(first.code, 1, first.stderr);
  t.match(first.stdout, /✗ L1 package/);
  t.match(first.stdout, /read: The program, step by step/);
  save(folder, 'entry.bpf.c');
  const second = await runCommand('tselearn', ['run', 'entry', `--kernel=${testKernel}`, '--json'], {
    cwd: folder,
  });
  t.equal(second.code, 0, second.stdout);
  t.match(JSON.parse(second.stdout), {
    outcome: 'pass',
    where: 'lab',
    kernel: new RegExp(`^${testKernel.replace('.', '\\.')}`),
  });
  const refused = await runCommand('tselearn', ['run', '2.4', `--kernel=${testKernel}`, '--lang=zh'], {
    cwd: folder,
  });
  t.equal(refused.code, 1);
  t.match(refused.stdout, /✗ L2/);
  t.match(refused.stdout, /verifier 拒绝了 'do_unlinkat'/);
  t.match(refused.stdout, /请看：一步步写出程序/);
  const results = await runCommand('tselearn', ['results'], { cwd: folder });
  t.match(JSON.parse(results.stdout), { passed: 1, total: Number });
});

t.test('where the lab cannot be opened it says so, and not that the program is wrong', async (t) => {
  const folder = await newFolder(t);
  save(folder, 'entry.bpf.c');
  const { code, stdout } = await runCommand('tselearn', ['run', '2.1', '--kernel=/nowhere/vmlinuz'], {
    cwd: folder,
  });
  t.equal(code, 9, stdout);
  t.match(stdout, /cannot run here/);
  t.match(stdout, /says nothing about your program/);
  t.same(passedIn(folder), []);
});

/** A watch in lines, its output so far. */
function watchIn(folder: string) {
  const child = spawn(process.execPath, [program, 'watch', '2.1', '--plain', `--kernel=${testKernel}`], {
    cwd: folder,
    env: ownEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  const until = async (pattern: RegExp): Promise<void> => {
    while (!pattern.test(text)) {
      if (child.exitCode !== null) throw new Error(`it ended: ${text}`);
      await sleep(20);
    }
  };
  return { child, until, text: () => text };
}

/** Processes of a lab that this one has started, by what they have as their parent. */
function machinesOf(pid: number | undefined): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

const isAlive = (pid: string): boolean => existsSync(`/proc/${pid}`);

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

t.test('watch runs what is saved, goes on after a pass, and two of them lose nothing', async (t) => {
  const folder = await newFolder(t);
  const [one, two] = [watchIn(folder), watchIn(folder)];
  t.teardown(() => [one, two].forEach(({ child }) => child.kill('SIGKILL')));
  await Promise.all([one.until(/not yet/), two.until(/not yet/)]);
  save(folder, 'entry.bpf.c');
  await Promise.all([one.until(/passed/), two.until(/passed/)]);
  await one.until(/2\.2 Where it returns/);
  save(folder, 'return.bpf.c');
  await Promise.all([one.until(/2\.3 Only one file/), two.until(/2\.3 Only one file/)]);
  t.same(passedIn(folder), [`${lesson}/entry`, `${lesson}/return`]);
  for (const { child } of [one, two]) child.kill('SIGTERM');
  await Promise.all([ended(one.child), ended(two.child)]);
  t.same([one.child.exitCode, two.child.exitCode], [0, 0]);
});

t.test('killed at any moment, it leaves no machine and no broken progress', async (t) => {
  const folder = await newFolder(t);
  save(folder, 'entry.bpf.c');
  const moments = [/2\.1/, /2\.1/, /passed/, /2\.2 Where/];
  for (const [index, moment] of moments.entries()) {
    const { child, until } = watchIn(folder);
    await until(moment);
    // Between the text and the pass, a lab is opened: at one of these moments it is there.
    const seen = machinesOf(child.pid);
    if (index === 1) while (machinesOf(child.pid).length === 0 && child.exitCode === null) await sleep(10);
    const machines = [...seen, ...machinesOf(child.pid)];
    child.kill('SIGKILL');
    await ended(child);
    while (machines.some(isAlive)) await sleep(20);
    t.doesNotThrow(() => passedIn(folder), `progress after ${String(moment)}`);
    if (index === 2) t.ok(passedIn(folder).includes(`${lesson}/entry`));
    const again = await runCommand('tselearn', ['reset', '2.1'], { cwd: folder });
    t.equal(again.code, 0, again.stderr);
    save(folder, 'entry.bpf.c');
    if (index === 2)
      cpSync(
        join(root, 'tutorials/lessons', lesson, 'exercise/return.bpf.c'),
        join(folder, lesson, 'return.bpf.c'),
      );
  }
});
