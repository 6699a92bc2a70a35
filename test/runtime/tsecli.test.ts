// The built command as a process of its own: signals, closed outputs, other users, death.
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { realKernel } from '../../runtime/kernel/real-kernel.js';
import { hostCannotTrace } from '../fixtures/kernel/native.js';
import { packagePath } from '../fixtures/kernel/packages.js';
import { asNobody, installForEveryone, scratchDirectory } from '../fixtures/project.js';
import { until } from '../fixtures/until.js';

const tsecli = fileURLToPath(new URL('../../dist/bin/tsecli.js', import.meta.url));
const skip = existsSync(tsecli) ? hostCannotTrace() : 'needs the built command (npm run build)';
const tracing = '/sys/kernel/tracing';
const tracepoint = packagePath('tracepoint');

/** Names of our programs, pins and trace instances that the kernel holds. */
function leftovers(): readonly string[] {
  const programs: { name?: string }[] = JSON.parse(
    execFileSync('bpftool', ['prog', 'show', '-j'], { encoding: 'utf8' }),
  );
  return [
    ...programs.flatMap(({ name }) => (name === 'on_unlinkat' ? ['program'] : [])),
    ...ownerless(`${tracing}/instances`).filter((name) => name.startsWith('tsecli-')),
    ...ownerless('/sys/fs/bpf/tsecli'),
  ];
}

/** Directories whose owner is dead: those of runs that live at this moment, of other tests, are locked. */
function ownerless(parent: string): readonly string[] {
  const kernel = realKernel();
  const names = existsSync(parent)
    ? readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  return names.flatMap(({ name }) => {
    try {
      const fd = kernel.open(`${parent}/${name}`);
      const dead = kernel.tryLock(fd);
      kernel.close(fd);
      return dead ? [name] : [];
    } catch {
      // Its owner removed it at this moment.
      return [];
    }
  });
}

/** The kernel frees programs a moment after their last descriptor is closed. */
async function eventuallyClean(t: Test): Promise<void> {
  await until(() => leftovers().length === 0, 'nothing is left in the kernel');
  t.pass('nothing is left');
}

function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [tsecli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

t.test('a signal detaches, drains and ends with the summary and 0', { skip }, async (t) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const child = start(tracepoint);
    let errors = '';
    child.stderr?.on('data', (chunk) => {
      errors += String(chunk);
      if (errors.endsWith('Running eBPF program...\n')) child.kill(signal);
    });
    const [code] = await once(child, 'close');
    t.equal(code, 0, signal);
    t.match(errors, /events?, 0 lost, \d+\.\d s\n$/);
  }
  await eventuallyClean(t);
});

t.test('a signal at any moment of the start ends with 0 and leaves nothing', { skip }, async (t) => {
  for (const delay of [60, 80, 100, 120, 140, 160]) {
    const child = start(tracepoint);
    await sleep(delay);
    child.kill('SIGINT');
    const [code, signal] = await once(child, 'close');
    // Before Node runs our first line nobody listens, and the signal ends the process as it always does.
    t.ok(code === 0 || signal === 'SIGINT', `${delay} ms: ${code} ${signal}`);
  }
  await eventuallyClean(t);
});

t.test('killed at any moment, the next start leaves nothing of the dead', { skip }, async (t) => {
  for (let round = 0; round < 20; round++) {
    const child = start(tracepoint);
    await sleep(50 + Math.random() * 150);
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  const last = spawnSync(process.execPath, [tsecli, '--exec', 'true', tracepoint]);
  t.equal(last.status, 0, String(last.stderr));
  await eventuallyClean(t);
});

t.test('a reader that goes away ends it quietly, even when nothing is traced', { skip }, async (t) => {
  const shell = (command: string): string => {
    const result = spawnSync(
      'bash',
      ['-c', command, 'bash', process.execPath, tsecli, tracepoint, packagePath('kprobe')],
      {
        encoding: 'utf8',
      },
    );
    t.equal(result.stderr.replace('Running eBPF program...\n', ''), '', command);
    return result.stdout;
  };
  const busy = `"$1" "$2" --exec 'for i in 1 2 3 4 5 6 7 8 9; do touch "$0-x"; rm "$0-x"; sleep 0.1; done' "$3" | head -1; echo \${PIPESTATUS[0]}`;
  t.match(shell(`cd "${t.testdir({})}"; ${busy}`), /: bpf_trace_printk: .+\n0\n$/);
  t.equal(
    shell(
      `"$1" "$2" --attach on_unlink=tracepoint/sched/sched_kthread_stop "$4" | true; echo \${PIPESTATUS[0]}`,
    ),
    '0\n',
  );
  await eventuallyClean(t);
});

t.test('a closed or a full standard output', { skip }, async (t) => {
  const shell = (redirection: string) =>
    spawnSync(
      'sh',
      ['-c', `touch x; "$0" "$1" --exec 'rm x' "$2" ${redirection}`, process.execPath, tsecli, tracepoint],
      {
        cwd: t.testdir({}),
        encoding: 'utf8',
      },
    );
  t.equal(shell('>&-').status, 0);
  const full = shell('> /dev/full');
  t.equal(full.status, 1);
  t.match(full.stderr, /tsecli: write events: .*no space left/i);
  await eventuallyClean(t);
});

t.test('another reader of the global trace loses nothing meanwhile', { skip }, async (t) => {
  const other = spawn('cat', [`${tracing}/trace_pipe`], { stdio: ['ignore', 'pipe', 'ignore'] });
  let seen = '';
  other.stdout.on('data', (chunk) => (seen += String(chunk)));
  const ours = spawnSync(
    process.execPath,
    // They say who they are: other tests remove files meanwhile, and a name may come late.
    [
      tsecli,
      '--exec',
      `for i in 1 2 3 4 5; do touch x; sh -c 'echo "removes: $$" >&2; exec rm x'; done`,
      tracepoint,
    ],
    {
      cwd: t.testdir({}),
      encoding: 'utf8',
    },
  );
  const pids = [...ours.stderr.matchAll(/^removes: (\d+)$/gm)].map(([, pid]) => pid);
  const mine = ours.stdout.split('\n').filter((line) => pids.includes(/-(\d+) +\[/.exec(line)?.[1]));
  t.equal(mine.length, 5);
  const wanted = mine.map((line) => line.slice(line.indexOf('bpf_trace_printk')));
  await until(() => wanted.every((text) => seen.includes(text)), `the other reads ${wanted.join('')}`);
  other.kill();
});

t.test('an ordinary user is told what is missing, but a bad package first', { skip }, async (t) => {
  const directory = scratchDirectory(t);
  writeFileSync(join(directory, 'bad.json'), 'nonsense');
  chmodSync(directory, 0o755);
  const installed = join(installForEveryone(t), 'dist/bin/tsecli.js');
  const readable = join(directory, 'package.json');
  copyFileSync(tracepoint, readable);
  const asUser = (path: string) =>
    spawnSync(...asNobody(process.execPath, installed, path), { encoding: 'utf8' });
  const refused = asUser(readable);
  t.equal(refused.status, 3);
  t.match(refused.stderr, /CAP_BPF and CAP_PERFMON.*sudo.*--lab/);
  t.equal(asUser(join(directory, 'bad.json')).status, 7);
});

t.test('file systems that are not mounted are mounted, or the reason told', { skip }, async (t) => {
  const unmounted = (prefix: string) =>
    spawnSync(
      'unshare',
      [
        '-m',
        'sh',
        '-c',
        // Every place they are mounted at: a chroot beside us may hold one more.
        `while read -r _ at kind _; do case $kind in bpf|tracefs) umount -l "$at";; esac; done </proc/mounts
         ${prefix} "$0" "$1" --exec true "$2"`,
        process.execPath,
        tsecli,
        tracepoint,
      ],
      { encoding: 'utf8' },
    );
  t.equal(unmounted('').status, 0);
  // Rights to load, yet none to mount: CAP_SYS_ADMIN is what mounting needs.
  const refused = unmounted('setpriv --bounding-set=-sys_admin --inh-caps=-sys_admin');
  t.equal(refused.status, 3);
  t.match(refused.stderr, /mount bpf at '\/sys\/fs\/bpf': not permitted here/);
});

t.test('a bpftool that is too old is found out', { skip }, async (t) => {
  const directory = t.testdir({
    bpftool: '#!/bin/sh\n[ "$1" = version ] && echo \'{"version":"5.10.0"}\' && exit 0\nexit 0\n',
  });
  chmodSync(join(directory, 'bpftool'), 0o755);
  const old = spawnSync(process.execPath, [tsecli, tracepoint], {
    env: { PATH: directory },
    encoding: 'utf8',
  });
  t.equal(old.status, 9);
  t.match(old.stderr, /version 5.10.0 is too old \(install bpftool 7.0 or later/);
  await eventuallyClean(t);
});

t.test('without bpftool its installation is told', { skip }, async (t) => {
  const hide = 'for tool in $(which -a bpftool); do mount --bind /dev/null "$tool"; done; "$0" "$1" "$2"';
  const result = spawnSync('unshare', ['-m', 'sh', '-c', hide, process.execPath, tsecli, tracepoint], {
    encoding: 'utf8',
  });
  t.equal(result.status, 9);
  t.match(result.stderr, /find bpftool: it is not installed \(install bpftool 7.0 or later/);
});

const hasKprobes = existsSync('/sys/bus/event_source/devices/kprobe') && 'this kernel has kprobes';

t.test(
  'on a kernel without kprobes the lesson is refused with 4 and the lab',
  { skip: skip || hasKprobes },
  async (t) => {
    const result = spawnSync(process.execPath, [tsecli, packagePath('kprobe')], { encoding: 'utf8' });
    t.equal(result.status, 4);
    t.match(result.stderr, /built without kprobes \(CONFIG_KPROBES\) \(use --lab\)/);
    await eventuallyClean(t);
  },
);
