// Fifty tsecli at once, each on a package of its own: each sees its own events, all of them, and nothing stays.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { findExecutable } from '../../compiler/toolchain/find-executable.js';
import { commands, runCommand, runProgram } from '../fixtures/commands.js';
import { hostCannotTrace } from '../fixtures/kernel/native.js';
import { ownEnvironment, root, scratchDirectory } from '../fixtures/project.js';

t.setTimeout(600_000);

const skip = hostCannotTrace();
const tracers = 50;
/** Lines of bpf_printk are left out: the kernel gives those of all programs to whoever asks. */
const kinds = ['ring', 'perf'];

/** What the kernel holds for runs of these processes: each names its directories after its number. */
function heldFor(pids: readonly number[]): readonly string[] {
  const directories = ['/sys/fs/bpf/tsecli', '/sys/kernel/tracing/instances'].filter(existsSync);
  const names = directories.flatMap((directory) => readdirSync(directory));
  return names.filter((name) => pids.some((pid) => name.split('-').includes(String(pid))));
}

/** A package like another, with a name of its own. */
function renamed(path: string, name: string): string {
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(/("obj_name":\s*")[^"]*/, `$1${name}`);
  if (changed === text) throw new Error(`${path} has a name`);
  return changed;
}

function start(folder: string, index: number) {
  const args = [commands.tsecli, '-j', join(folder, `${index}.json`), '--wanted', `fault${index}`];
  const child = spawn(process.execPath, args, { env: ownEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  t.teardown(() => child.kill('SIGKILL'));
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  const attached = new Promise<void>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      if (stderr.includes('Running eBPF program...')) resolve();
    });
    child.once('close', () => reject(new Error(`${index} ended: ${stderr}`)));
  });
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, stdout, stderr }));
  return { child, attached, ended };
}

t.test('fifty tsecli at once do not disturb each other', { skip }, async (t) => {
  const folder = scratchDirectory(t);
  for (const kind of kinds)
    await runCommand('tsecc', [join(root, `test/fixtures/loss/${kind}.bpf.c`), '-o', join(folder, kind)]);
  const indices = Array.from({ length: tracers }, (_, index) => index);
  const dd = findExecutable('dd', process.env) ?? '/bin/dd';
  mkdirSync(join(folder, 'bin'));
  for (const index of indices) {
    const kind = kinds[index % kinds.length] ?? '';
    const pkg = renamed(join(folder, kind, 'package.json'), `fault${index}_bpf`);
    writeFileSync(join(folder, `${index}.json`), pkg);
    symlinkSync(dd, join(folder, 'bin', `fault${index}`));
  }

  const running = indices.map((index) => start(folder, index));
  await Promise.all(running.map(({ attached }) => attached));
  await Promise.all(
    indices.map(async (index) =>
      runProgram(join(folder, 'bin', `fault${index}`), [
        'if=/dev/zero',
        'of=/dev/null',
        'bs=1',
        `count=${100 + index}`,
        'status=none',
      ]),
    ),
  );
  for (const { child } of running) child.kill('SIGINT');
  const outcomes = await Promise.all(running.map(({ ended }) => ended));
  for (const [index, { code, stdout, stderr }] of outcomes.entries()) {
    t.equal(code, 0, stderr);
    t.equal(stdout.split('\n').length - 1, 100 + index, `events of ${index}`);
    t.match(stderr, new RegExp(`^${100 + index} events, 0 lost, `, 'm'));
  }
  t.same(heldFor(running.map(({ child }) => child.pid ?? 0)), [], 'nothing is left');
});
