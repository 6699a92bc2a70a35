import { spawn } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { scratchDirectory } from '../fixtures/project.js';
import { fakeProgram } from '../fixtures/sources/fake-program.js';
import { until } from '../fixtures/until.js';

const tsecc = fileURLToPath(new URL('../../dist/bin/tsecc.js', import.meta.url));
const isRoot = process.getuid?.() === 0;
const seed = fileURLToPath(new URL('../fixtures/sources/kprobe-link.bpf.c', import.meta.url));

function start(argv: readonly string[], options: { cwd: string; env?: NodeJS.ProcessEnv; uid?: number }) {
  const child = spawn(process.execPath, [tsecc, ...argv], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = Promise.all([
    new Promise<number | null>((resolve) => child.on('close', resolve)),
    text(child.stdout),
    text(child.stderr),
  ]).then(([code, stdout, stderr]) => ({ code, stdout, stderr }));
  return { child, ended };
}

t.test('the command prints exactly the two lines of the lesson', async (t) => {
  const dir = t.testdir({});
  copyFileSync(seed, `${dir}/kprobe-link.bpf.c`);
  t.same(await start(['kprobe-link.bpf.c'], { cwd: dir }).ended, {
    code: 0,
    stdout: 'Compiling bpf object...\nPacking ebpf object and config into package.json...\n',
    stderr: '',
  });
});

t.test('an interrupt while clang runs ends it, leaves nothing, and gives 130', async (t) => {
  const dir = t.testdir({ 'a.bpf.c': 'int x;', bin: {} });
  fakeProgram(`${dir}/bin/clang`, `echo $$ > ${dir}/bin/pid; exec sleep 10000`);
  const { child, ended } = start(['a.bpf.c', '-o', 'out', '-c', `${dir}/bin/clang`], { cwd: dir });
  await until(() => existsSync(`${dir}/bin/pid`));
  child.kill('SIGINT');
  t.match(await ended, { code: 130, stderr: '' });
  t.same(readdirSync(dir), ['a.bpf.c', 'bin']);
});

t.test(
  'an ordinary user compiles, and is told in one sentence where that may not be written',
  { skip: isRoot ? false : 'needs root to become another user' },
  async (t) => {
    const nobody = 65534;
    const dir = scratchDirectory(t);
    chmodSync(dir, 0o755);
    mkdirSync(`${dir}/cache`);
    chownSync(`${dir}/cache`, nobody, nobody);
    copyFileSync(seed, `${dir}/kprobe-link.bpf.c`);
    // The project's own directory may be closed to others.
    const product = `${dir}/tsecc`;
    cpSync(dirname(tsecc), `${product}/dist/bin`, { recursive: true });
    cpSync(join(dirname(tsecc), '../../include'), `${product}/include`, { recursive: true });
    // env -i: the test runner's own variables make Node write where this user may not.
    const environment = [`PATH=${process.env['PATH']}`, `HOME=${dir}`, `XDG_CACHE_HOME=${dir}/cache`];
    const run = async () => {
      const child = spawn(
        'env',
        ['-i', ...environment, process.execPath, `${product}/dist/bin/tsecc.js`, 'kprobe-link.bpf.c'],
        {
          cwd: dir,
          uid: nobody,
          gid: nobody,
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
      const [code, stderr] = await Promise.all([
        new Promise((resolve) => child.on('close', resolve)),
        text(child.stderr),
      ]);
      return { code, stderr };
    };
    t.same(await run(), {
      code: 2,
      stderr: "tsecc: write to '.': permission denied (choose another directory: -o DIR)\n",
    });
    t.notOk(existsSync(`${dir}/kprobe-link.bpf.o`));
    chownSync(dir, nobody, nobody);
    t.same(await run(), { code: 0, stderr: '' });
    t.ok(existsSync(`${dir}/package.json`));
  },
);
