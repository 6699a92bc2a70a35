// Bad days of this very host: what is traced goes away, disks are full, signals come at any moment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { openPackage } from '../../core/package/open.js';
import { commands, runCommand, runProgram } from '../fixtures/commands.js';
import { hostCannotTrace } from '../fixtures/kernel/native.js';
import { ownEnvironment, root, scratchDirectory } from '../fixtures/project.js';
import { fakeProgram } from '../fixtures/sources/fake-program.js';

t.setTimeout(600_000);

const noTrace = hostCannotTrace();
const folder = scratchDirectory(t);
const kinds = 'test/fixtures/kinds';
const ring = join(folder, 'ring/package.json');

t.before(async () => {
  const sources = { ring: 'test/fixtures/loss/ring', samples: `${kinds}/perf-event`, xdp: `${kinds}/xdp` };
  for (const [name, source] of Object.entries(sources))
    await runCommand('tsecc', [join(root, `${source}.bpf.c`), '-o', join(folder, name)]);
});

/** Why a disk of our own cannot be had, or false. */
const noMount = process.geteuid?.() === 0 ? false : 'needs root to mount a file system';

/** Runs a shell script in a mount namespace of its own, with a small file system at `disk`. */
function onDisk(disk: string, options: string, script: string, env: Record<string, string | undefined>) {
  const mount = `mount -t tmpfs -o ${options} tsecc-test ${disk}`;
  return runProgram('unshare', ['--mount', 'sh', '-c', `${mount} && ${script}`], { cwd: folder, env });
}

const tsecc = `${process.execPath} ${commands.tsecc}`;

t.test('a full disk is told in a sentence, and leaves nothing', { skip: noMount }, async (t) => {
  const disk = join(scratchDirectory(t), 'disk');
  mkdirSync(disk);
  const source = join(root, 'test/fixtures/loss/ring.bpf.c');
  const env = { ...ownEnvironment(), XDG_CACHE_HOME: join(disk, 'cache') };
  const files = `echo "files $(find ${disk} -type f | wc -l)"`;
  const cache = await onDisk(disk, 'size=200k', `${tsecc} ${source} -o out; echo "exit $?"; ${files}`, env);
  t.match(cache.stderr, /^tsecc: .*no space left on the device/m);
  t.match(cache.stdout, /exit [1-9]\n/);
  t.match(cache.stdout, /files 0\n/);

  const fill = `head -c 1m /dev/zero >${disk}/filled`;
  const script = `${fill}; ${tsecc} ${source} -o ${disk}; echo "exit $?"; ls -A ${disk}`;
  const output = await onDisk(disk, 'size=16k', script, ownEnvironment());
  t.match(output.stderr, /^tsecc: write to '.*': no space left on the device \(choose another directory/m);
  t.match(output.stdout, /exit 2\nfilled\n$/);
});

t.test('a cache that may only be read is used, and an empty one is told of', { skip: noMount }, async (t) => {
  const disk = join(scratchDirectory(t), 'disk');
  mkdirSync(disk);
  const source = join(root, 'test/fixtures/loss/ring.bpf.c');
  const env = { ...ownEnvironment(), XDG_CACHE_HOME: disk };
  // The first compile may still write into the cache behind its own end.
  const remount = `until mount -o remount,ro ${disk} 2>/dev/null; do sleep 0.1; done`;
  const twice = `${tsecc} ${source} -o one && ${remount} && ${tsecc} -DOTHER ${source} -o two; echo "exit $?"`;
  const other = twice.replace('-DOTHER', '-a -DOTHER');
  const kept = await onDisk(disk, 'size=64m', other, env);
  t.match(kept.stdout, /exit 0\n$/, kept.stderr);
  t.ok(existsSync(join(folder, 'two/package.json')));
  const empty = await onDisk(disk, 'ro', `${tsecc} ${source} -o three; echo "exit $?"`, env);
  t.match(empty.stderr, /^tsecc: keep vmlinux\.h in .*\(set XDG_CACHE_HOME to a directory/m);
  t.match(empty.stdout, /exit 1\n$/);
});

const hanging = 'case $1 in prog) touch $HANGS; exec sleep 1000;; esac; exec /usr/sbin/bpftool "$@"';

t.test(
  'while bpftool hangs, each signal ends tsecli with all that it started',
  { skip: noTrace },
  async (t) => {
    const bin = join(scratchDirectory(t), 'bin');
    mkdirSync(bin);
    fakeProgram(join(bin, 'bpftool'), hanging);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const hangs = join(bin, signal);
      const env = { ...ownEnvironment(), PATH: `${bin}:${process.env['PATH']}`, HANGS: hangs };
      const child = spawn(process.execPath, [commands.tsecli, ring], { env, stdio: 'ignore' });
      t.teardown(() => child.kill('SIGKILL'));
      while (!existsSync(hangs)) await sleep(10);
      const started = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ');
      child.kill(signal);
      await once(child, 'close');
      t.equal(child.exitCode, 0, 'a run that was ended before it began is no failure');
      t.ok(started.length > 0 && started.every((pid) => !existsSync(`/proc/${pid}`)), 'bpftool has ended');
      t.notOk(leftBy(child.pid), 'and no pin stays');
    }
  },
);

/** Whether the kernel holds a directory of this process. */
function leftBy(pid: number | undefined): boolean {
  const directories = ['/sys/fs/bpf/tsecli', '/sys/kernel/tracing/instances'].filter(existsSync);
  return directories
    .flatMap((each) => readdirSync(each))
    .some((name) => name.split('-').includes(String(pid)));
}

t.test('SIGTERM, SIGKILL and SIGSTOP at any moment of a run', { skip: noTrace }, async (t) => {
  for (const signal of ['SIGTERM', 'SIGKILL', 'SIGSTOP'] as const) {
    for (const part of [0.1, 0.4, 0.7]) {
      const moment = part * (0.5 + Math.random()) * 400;
      const args = [commands.tsecli, '-j', '--exec', 'sleep 0.2', ring];
      const child = spawn(process.execPath, args, { env: ownEnvironment(), stdio: 'ignore' });
      const ended = once(child, 'close');
      await sleep(moment);
      child.kill(signal);
      if (signal === 'SIGSTOP') child.kill('SIGCONT');
      await ended;
      const at = `${signal} after ${moment.toFixed(0)} ms`;
      if (signal === 'SIGSTOP') t.equal(child.exitCode, 0, at);
      // Node itself ends by a signal that comes before our first line.
      if (signal === 'SIGTERM') t.ok(child.exitCode === 0 || child.signalCode === 'SIGTERM', at);
      if (signal !== 'SIGKILL') t.notOk(leftBy(child.pid), `${at}: nothing is left`);
    }
  }
  const next = await runCommand('tsecli', ['-q', '--exec', 'true', ring]);
  t.equal(next.code, 0, next.stderr);
});

t.test('a compile that is ended at any moment leaves a whole package or none', async (t) => {
  const out = join(scratchDirectory(t), 'out');
  const source = join(root, 'test/fixtures/loss/ring.bpf.c');
  for (const [index, signal] of (
    ['SIGTERM', 'SIGKILL', 'SIGSTOP', 'SIGTERM', 'SIGKILL'] as const
  ).entries()) {
    // Another source each time, so that all of it is done.
    const args = [commands.tsecc, source, '-o', out, '-a', `-DNUMBER=${Math.random()}`];
    const child = spawn(process.execPath, args, { env: ownEnvironment(), stdio: 'ignore' });
    const ended = once(child, 'close');
    await sleep((index + Math.random()) * 60);
    child.kill(signal);
    if (signal === 'SIGSTOP') child.kill('SIGCONT');
    await ended;
    if (signal === 'SIGSTOP') t.equal(child.exitCode, 0);
    const path = join(out, 'package.json');
    if (existsSync(path)) t.ok(openPackage(readFileSync(path)), `${signal}: what is there is whole`);
  }
  rmSync(out, { recursive: true, force: true });
  t.match(await runCommand('tsecc', [source, '-o', out]), { code: 0 });
  t.same(readdirSync(out).sort(), ['package.json', 'ring.bpf.o']);
});

t.test('a process that is traced and ends is no fault', { skip: noTrace }, async (t) => {
  const victim = spawn('sleep', ['1000'], { stdio: 'ignore' });
  t.teardown(() => victim.kill('SIGKILL'));
  const exec = `kill -9 ${victim.pid}; while [ -e /proc/${victim.pid}/fd/0 ]; do sleep 0.01; done`;
  const args = ['--pid', String(victim.pid), '--exec', exec, join(folder, 'samples/package.json')];
  const run = await runCommand('tsecli', args);
  t.equal(run.code, 0, run.stderr);
  t.match(run.stderr, /^\d+ events?, 0 lost, /m);
});

t.test('an interface that goes away is no fault', { skip: noTrace }, async (t) => {
  const name = `tsecc${process.pid}`.slice(0, 14);
  const made = await runProgram('ip', ['link', 'add', name, 'type', 'veth']).catch(() => undefined);
  if (made?.code !== 0) {
    t.comment(`this host makes no veth: ${made?.stderr}`);
    return;
  }
  t.teardown(() => runProgram('ip', ['link', 'del', name]));
  const args = ['--iface', name, '--exec', `ip link del ${name}`, join(folder, 'xdp/package.json')];
  const run = await runCommand('tsecli', args);
  t.equal(run.code, 0, run.stderr);
});
