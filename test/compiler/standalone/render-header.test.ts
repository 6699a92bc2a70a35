import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { standaloneMark } from '../../../compiler/output/output-paths.js';
import { headerSize, renderHeader } from '../../../compiler/standalone/render-header.js';
import { writeStandalone } from '../../fixtures/standalone.js';
import { until } from '../../fixtures/until.js';

const isRoot = process.getuid?.() === 0;
const rootOnly = { skip: isRoot ? false : 'needs root' };
// Prints what it was given, one word a line.
const tell = `shift; printf '%s\\n' "$@"`;

/** A home directory as users have it, nobody else may write to; the file in it is called `x`. */
async function home(t: Test, node = tell, machine?: string): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'tsecc-home-'));
  t.teardown(() => rmSync(directory, { recursive: true, force: true, maxRetries: 50, retryDelay: 20 }));
  await writeStandalone(join(directory, 'x'), node, machine);
  return directory;
}

function run(directory: string, args: readonly string[], env: Record<string, string> = {}, shell?: string[]) {
  const [command = '', ...rest] = [...(shell ?? []), join(directory, 'x'), ...args];
  return spawnSync(command, rest, {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: directory, ...env },
  });
}

const cacheOf = (directory: string): string => join(directory, '.cache/tsecc/standalone');
const packageOf = (directory: string): string =>
  join(cacheOf(directory), readdirSync(cacheOf(directory)).find((name) => name.endsWith('.json')) ?? '');

const shells = [['dash'], ['busybox', 'sh'], ['bash', '--posix']].filter(
  ([shell = '', ...rest]) => spawnSync(shell, [...rest, '-c', ':']).status === 0,
);

for (const shell of shells) {
  t.test(
    `${shell.join(' ')}: arguments are the program's, and options before two dashes tsecli's`,
    async (t) => {
      const directory = await home(t);
      const words = (args: string[]) => run(directory, args, {}, shell).stdout.split('\n').slice(0, -1);
      t.same(words([]), ['run', packageOf(directory)]);
      t.equal(readFileSync(packageOf(directory), 'utf8'), '{"the":"package"}\n');
      t.same(words(['-p', 'a  b', '*', '']), ['run', packageOf(directory), '-p', 'a  b', '*', '']);
      t.same(words(['--exec', 'touch a; rm a', '--', '-p', '--', 'x']), [
        ...['run', '--exec', 'touch a; rm a', packageOf(directory), '-p', '--', 'x'],
      ]);
    },
  );

  t.test(`${shell.join(' ')}: many first starts at once agree, and leave nothing else`, async (t) => {
    const directory = await home(t);
    const started = Array.from({ length: 6 }, () =>
      spawn(shell[0] ?? '', [...shell.slice(1), join(directory, 'x')], {
        env: { ...process.env, HOME: directory, XDG_CACHE_HOME: '' },
      }),
    );
    const codes = await Promise.all(started.map(async (child) => (await once(child, 'exit'))[0]));
    t.same(codes, [0, 0, 0, 0, 0, 0]);
    const [runtime = '', manifest = '', ...more] = readdirSync(cacheOf(directory)).sort(
      (a, b) => a.length - b.length,
    );
    t.match(runtime, /^[0-9a-f]{32}$/);
    t.match(manifest, /^[0-9a-f]{32}\.json$/);
    t.same(more, []);
    t.same(readdirSync(join(cacheOf(directory), runtime)), ['libexec']);
    t.equal(statSync(cacheOf(directory)).mode & 0o777, 0o700);
  });

  t.test(`${shell.join(' ')}: without a cache it unpacks for this run only`, async (t) => {
    const directory = await home(t, 'echo "$0"; exit 7');
    const temporary = join(directory, 'tmp');
    mkdirSync(temporary);
    const open = join(directory, 'open');
    mkdirSync(open);
    chmodSync(open, 0o777);
    for (const env of [{ HOME: '' }, { HOME: '/nowhere/at/all' }, { XDG_CACHE_HOME: open }]) {
      const { status, stdout } = run(directory, [], { TMPDIR: temporary, ...env }, shell);
      t.equal(status, 7, 'the exit code is the program’s');
      t.match(stdout, new RegExp(`^${temporary}/tsecc\\.\\w+/`), JSON.stringify(env));
    }
    await until(() => readdirSync(temporary).length === 0);
    t.same(readdirSync(temporary), []);
    t.same(readdirSync(open), [], 'nothing is trusted where others may write');
  });
}

t.test('the second start finds everything in its place', async (t) => {
  const directory = await home(t);
  run(directory, []);
  const before = statSync(packageOf(directory)).ino;
  // Not a byte of what is packed is needed any more.
  truncateSync(join(directory, 'x'), headerSize);
  t.equal(run(directory, ['again']).stdout, `run\n${packageOf(directory)}\nagain\n`);
  t.equal(statSync(packageOf(directory)).ino, before);
});

t.test('what is not whole in the cache is made again', async (t) => {
  const directory = await home(t);
  run(directory, []);
  writeFileSync(packageOf(directory), '');
  t.equal(run(directory, []).status, 0);
  t.equal(readFileSync(packageOf(directory), 'utf8'), '{"the":"package"}\n');
});

t.test('a damaged file is said to be, with exit code 9', async (t) => {
  const directory = await home(t);
  const file = join(directory, 'x');
  const whole = readFileSync(file);
  truncateSync(file, whole.length - 10);
  t.match(run(directory, []), {
    status: 9,
    stdout: '',
    stderr: 'x: the file is not complete: copy it again\n',
  });
  // In gzip's sum of the content.
  whole[whole.length - 6] = (whole[whole.length - 6] ?? 0) ^ 1;
  writeFileSync(file, whole);
  t.match(run(directory, []), { status: 9, stdout: '', stderr: 'x: the file is damaged: copy it again\n' });
  t.same(readdirSync(cacheOf(directory)), []);
});

t.test('a machine of another kind is told so', async (t) => {
  const directory = await home(t, tell, 'pdp11');
  t.match(run(directory, []), { status: 9, stderr: /^x: it is made for pdp11, and this machine is \w+\n$/ });
});

t.test('signals reach the program, and its answer the caller', async (t) => {
  const directory = await home(t, `trap 'echo ended; exit 5' TERM; echo ready; while :; do sleep 0.1; done`);
  const child = spawn(join(directory, 'x'), [], {
    env: { ...process.env, HOME: directory, XDG_CACHE_HOME: '' },
  });
  let output = '';
  child.stdout.on('data', (text: Buffer) => {
    output += text.toString();
    if (output === 'ready\n') child.kill('SIGTERM');
  });
  t.same(await once(child, 'exit'), [5, null]);
  t.equal(output, 'ready\nended\n');
});

t.test('the program has the umask and the path of the caller, with bpftool before', async (t) => {
  const directory = await home(t, 'umask; echo "$PATH"');
  const { stdout } = run(directory, [], { PATH: '/usr/bin:/bin' });
  t.match(
    stdout,
    new RegExp(
      `^00?${process.umask().toString(8).padStart(3, '0')}\n${cacheOf(directory)}/\\w+/bin:/usr/bin:/bin\n$`,
    ),
  );
});

t.test('what a killed start left is swept by a later one', async (t) => {
  const directory = await home(t);
  run(directory, []);
  for (const name of ['1.tmp', '2.tmp']) mkdirSync(join(cacheOf(directory), name));
  const old = new Date(Date.now() - 20 * 60_000);
  utimesSync(join(cacheOf(directory), '1.tmp'), old, old);
  run(directory, []);
  t.notOk(existsSync(join(cacheOf(directory), '1.tmp')));
  t.ok(existsSync(join(cacheOf(directory), '2.tmp')), 'it may still be at work');
});

t.test('root trusts no cache of a user', rootOnly, async (t) => {
  const directory = await home(t, 'echo "$0"');
  chownSync(directory, 65534, 65534);
  t.match(run(directory, []).stdout, /^\/tmp\/tsecc\.\w+\//);
  t.notOk(existsSync(join(directory, '.cache')));
});

t.test(
  'a file system that lets no program run is left aside, and said where it is the only one',
  rootOnly,
  async (t) => {
    const directory = await home(t, 'echo "$0"');
    mkdirSync(join(directory, 'tmp'));
    const mounted = (where: string) =>
      run(directory, [], { TMPDIR: join(directory, 'tmp') }, [
        ...['unshare', '--mount', 'sh', '-ec'],
        `for d in ${where}; do mkdir -p ${directory}/$d; mount -t tmpfs -o noexec,mode=700 none ${directory}/$d; done; exec "$0"`,
      ]);
    t.match(mounted('.cache').stdout, new RegExp(`^${directory}/tmp/tsecc`));
    t.match(mounted('.cache tmp'), {
      status: 9,
      stderr: /XDG_CACHE_HOME or TMPDIR .* 1 MB free from which programs may run\n$/,
    });
  },
);

t.test('every header has the same size, and tells whose it is', async (t) => {
  const content = {
    objectName: 'x_bpf',
    machine: 'x86_64',
    nodeCommand: '"$runtime/libexec/node"',
    package: Buffer.from('a'),
    runtime: Buffer.from('b'),
    unpackedSize: 100e6,
  };
  const header = renderHeader(content);
  t.equal(header.length, headerSize);
  t.ok(header.toString().startsWith(`${standaloneMark}x_bpf\n`));
  t.same(renderHeader(content), header);
  t.throws(() => renderHeader({ ...content, objectName: 'x'.repeat(headerSize) }), RangeError);
});
