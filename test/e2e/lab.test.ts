import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import t from 'tap';
import { warmUpPackage } from '../../runtime/lab/guest/warm-up/warm-up-package.js';
import { allImages } from '../../runtime/lab/images/image.js';
import { labPaths, productRoot } from '../../runtime/lab/paths.js';
import { runningLabs } from '../../runtime/lab/running/running-labs.js';
import { testKernel, testKernels } from '../fixtures/kernels.js';
import { scratchDirectory } from '../fixtures/project.js';
import { until } from '../fixtures/until.js';

// On real machines, in a cache of its own: its images are broken here, and labs that other tests run are not to be joined.

const tsecli = join(productRoot(), 'dist/bin/tsecli.js');
const own = scratchDirectory(t);
const env = { ...process.env, XDG_CACHE_HOME: join(own, 'cache'), XDG_RUNTIME_DIR: join(own, 'run') };
const paths = labPaths(env);
mkdirSync(dirname(paths.kernels), { recursive: true });
mkdirSync(env.XDG_RUNTIME_DIR, { mode: 0o700 });
symlinkSync(labPaths(process.env).kernels, paths.kernels);
// What was learnt of this machine is not learnt again.
if (existsSync(labPaths(process.env).memory)) copyFileSync(labPaths(process.env).memory, paths.memory);

function start(args: readonly string[], cwd: string) {
  const child = spawn(process.execPath, [tsecli, ...args], { cwd, env });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  return { child, ended, stdout: text(child.stdout), stderr: text(child.stderr) };
}

async function run(args: readonly string[], cwd: string, input = '') {
  const { child, ended, stdout, stderr } = start(args, cwd);
  child.stdin.end(input);
  return { status: await ended, stdout: await stdout, stderr: await stderr };
}

/** Waits until a lab of this process runs and the program in it is attached. */
async function attached(owner: ReturnType<typeof start>): Promise<void> {
  let said = '';
  await new Promise<void>((done, fail) => {
    owner.child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Running eBPF program...')) done();
    });
    owner.child.once('exit', () => fail(new Error(`it ended: ${said}`)));
  });
}

function inDirectory(t: { testdir(content: Record<string, string>): string }): string {
  return t.testdir({ 'package.json': warmUpPackage });
}

for (const kernel of testKernels) {
  t.test(`Linux ${kernel}: a package runs, its lines and its summary are ours`, async (t) => {
    const cwd = inDirectory(t);
    const command = 'touch a; rm a; uname -r >&2';
    const first = await run(['run', `--lab=${kernel}`, '--exec', command, 'package.json'], cwd);
    t.equal(first.status, 0, first.stderr);
    const lines = first.stdout.trimEnd().split('\n');
    t.equal(lines.length, 2);
    for (const [at, line] of lines.entries()) {
      t.match(
        line,
        new RegExp(`^\\s*rm-\\d+\\s+\\[\\d+\\] .{5,6} +\\d+\\.\\d+: bpf_trace_printk: warm up ${at + 1}$`),
      );
    }
    t.match(first.stderr, new RegExp(`lab: Linux ${kernel.replace('.', '\\.')}\\.`));
    t.match(first.stderr, /Running eBPF program\.\.\.\n/);
    t.match(first.stderr, /2 events, 0 lost/);

    const again = await run(['run', `--lab=${kernel}`, '--exec', command, 'package.json'], cwd);
    t.notMatch(again.stderr, /boot|gather|snapshot/, 'a later run boots nothing');
    t.equal(again.stdout.split('\n').length, 3);
  });
}

t.test('a shell runs commands from stdin in a fresh machine with clock and loopback', async (t) => {
  const script = 'date +%s; ping -c 1 -W 60 127.0.0.1 >/dev/null && echo pong; touch x; ls; exit 6\n';
  const before = Date.now();
  const { status, stdout } = await run(['lab', 'shell', '--new', testKernel], inDirectory(t), script);
  t.equal(status, 6);
  const [seconds, ...rest] = stdout.trim().split('\n');
  const now = Number(seconds) * 1000;
  t.ok(now > before - 2000 && now < Date.now() + 2000, 'the clock is right');
  t.same(rest, ['pong', 'x']);
});

t.test('from a second process the shell joins the lab that runs', async (t) => {
  const cwd = inDirectory(t);
  const owner = start(['run', `--lab=${testKernel}`, '--max-events', '2', 'package.json'], cwd);
  await attached(owner);
  const joined = await run(['lab', 'shell'], cwd, 'touch a; rm a\n');
  t.ok(joined.stderr.startsWith(`lab: joined the running lab, Linux ${testKernel}.`), joined.stderr);
  t.equal(joined.status, 0);
  t.equal(await owner.ended, 0);
  t.match(await owner.stdout, /rm-\d+ .*warm up 1\n.*rm-\d+ .*warm up 2\n$/);
});

t.test('Ctrl-C detaches, says the summary and ends with 0', async (t) => {
  const owner = start(['run', `--lab=${testKernel}`, 'package.json'], inDirectory(t));
  await attached(owner);
  owner.child.kill('SIGINT');
  t.equal(await owner.ended, 0);
  t.match(await owner.stderr, /0 events, 0 lost/);
});

t.test('a reader that had enough ends the run quietly', async (t) => {
  const cwd = inDirectory(t);
  const script = `"$0" "$1" run --lab=${testKernel} --exec 'for i in 1 2 3 4 5; do touch a; rm a; done; sleep 100' package.json | head -1`;
  const { status, stdout } = spawnSync('sh', ['-c', script, process.execPath, tsecli], {
    cwd,
    env,
    encoding: 'utf8',
  });
  t.equal(status, 0);
  t.equal(stdout.split('\n').length, 2);
});

t.test('a killed tsecli leaves no QEMU, at whatever moment', async (t) => {
  const cwd = inDirectory(t);
  const machines = () => readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && ownedHere(pid)).length;
  for (const milliseconds of [60, 120, 180, 250, 350, 500, 800, 1500]) {
    const { child, ended } = start(['run', `--lab=${testKernel}`, 'package.json'], cwd);
    await setTimeout(milliseconds);
    const qemu = childrenOf(child.pid ?? 0);
    child.kill('SIGKILL');
    await ended;
    await until(() => !qemu.some(isQemu), `QEMU ends, after ${milliseconds} ms`);
    t.pass(`after ${milliseconds} ms`);
  }
  await until(() => machines() === 0, 'none is left');
  t.equal(machines(), 0);
  t.notOk(
    runningLabs(paths.running).some(({ owner }) => !existsSync(`/proc/${owner}`)),
    'what they left is swept',
  );
});

function childrenOf(pid: number): number[] {
  try {
    const found = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
    return found === '' ? [] : found.split(' ').map(Number);
  } catch {
    return [];
  }
}

function isQemu(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('virtserialport,chardev=agent,name=tsecc');
  } catch {
    return false;
  }
}

/** Whether it is a machine that runs from an image of this test's own cache. */
function ownedHere(pid: string): boolean {
  try {
    return isQemu(Number(pid)) && readlinkSync(`/proc/${pid}/cwd`).startsWith(paths.images);
  } catch {
    return false;
  }
}

t.test('a snapshot that is cut off or garbled is built again by itself, once', async (t) => {
  const cwd = inDirectory(t);
  const image = () => {
    const found = allImages(paths.images).find(({ description }) =>
      description.kernelRelease.startsWith(`${testKernel}.`),
    );
    if (!found) throw new Error('the image is there');
    return found.directory;
  };
  const runs = ['run', `--lab=${testKernel}`, '--exec', 'touch a; rm a', 'package.json'];

  const fd = openSync(join(image(), 'state'), 'r+');
  writeSync(fd, Buffer.alloc(4096, 0x5a), 0, 4096, 0);
  closeSync(fd);
  const garbled = await run(runs, cwd);
  t.equal(garbled.status, 0, garbled.stderr);
  t.match(garbled.stderr, /the image of Linux \S+ is broken \(.*\), building it again\n/);
  t.equal(garbled.stdout.split('\n').length, 3);

  truncateSync(join(image(), 'memory'), 1 << 20);
  const cut = await run(runs, cwd);
  t.equal(cut.status, 0, cut.stderr);
  t.equal(cut.stdout.split('\n').length, 3);
});

t.test('the BTF of its kernel is to be had', async (t) => {
  const { child, ended } = start(['lab', 'btf', testKernel], inDirectory(t));
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  t.equal(await ended, 0);
  const bytes = Buffer.concat(chunks);
  t.equal(bytes.readUInt16LE(0), 0xeb9f);
  t.ok(bytes.length > 1_000_000);
});
