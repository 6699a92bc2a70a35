import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import t from 'tap';
import { main } from '../../compiler/cli.js';
import { version } from '../../core/version.js';
import { fakeProgram } from '../fixtures/sources/fake-program.js';
import { sourceText } from '../fixtures/sources/sources.js';

async function run(argv: readonly string[], env: Record<string, string | undefined> = process.env) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await main(argv, { stdin: Readable.from([]), stdout, stderr, env, cwd: () => process.cwd() });
  stdout.end();
  stderr.end();
  return { code, stdout: await text(stdout), stderr: await text(stderr) };
}

t.test('help, version and wrong usage', async (t) => {
  t.match(await run(['--help']), {
    code: 0,
    stdout: /^Usage: tsecc \[options\] SOURCE\.bpf\.c \[EVENTS\.h\]/,
    stderr: '',
  });
  t.match(await run(['--version']), { code: 0, stdout: `${version}\n` });
  t.match(await run(['--outputpath', 'x', 'a.c']), {
    code: 2,
    stdout: '',
    stderr: 'tsecc: read the command line: unknown option --outputpath (nearest: --output-path)\n',
  });
  t.match(await run([]), { code: 2, stderr: /no source named/ });
});

t.test('a name alone is compiled, and so is a name among options', async (t) => {
  const dir = t.testdir({ 'x.bpf.c': sourceText('kernel-headers.bpf.c') });
  t.match(await run([`${dir}/x.bpf.c`]), {
    code: 0,
    stdout: /^Compiling bpf object\.\.\.\nPacking ebpf object and config into .*package\.json\.\.\.\n$/,
    stderr: /^warning: the program states no license/,
  });
  t.match(await run(['-n', '-v', `${dir}/x.bpf.c`]), {
    code: 0,
    stdout: 'Compiling bpf object...\n',
    stderr: /^\$ \S*clang.* -target bpf .*\n\$ \S*llvm-strip/,
  });
});

t.test('a header behind the name adds the stage of ecc', async (t) => {
  const dir = t.testdir({ 'x.bpf.c': sourceText('kernel-headers.bpf.c'), 'x.h': 'struct event { int a; };' });
  for (const more of [[], ['-v']]) {
    t.match(await run([`${dir}/x.bpf.c`, `${dir}/x.h`, ...more]), {
      code: 0,
      stdout:
        /^Compiling bpf object\.\.\.\nGenerating export types\.\.\.\nPacking ebpf object and config into .*package\.json\.\.\.\n$/,
      stderr: /x\.h:1:8: warning: struct event is not exported: the source does not define it/,
    });
  }
  t.match(await run([`${dir}/x.bpf.c`, `${dir}/none.h`]), {
    code: 2,
    stderr: /read header '.*none\.h': no such file/,
  });
});

t.test("clang's refusal is shown with its line and ends with 1", async (t) => {
  const dir = t.testdir({ 'a.bpf.c': 'int f(void)\n{\n\treturn y;\n}\n' });
  const { code, stdout, stderr } = await run([`${dir}/a.bpf.c`]);
  t.equal(code, 1);
  t.equal(stdout, 'Compiling bpf object...\n');
  t.equal(
    stderr,
    `${dir}/a.bpf.c:3:9: error: use of undeclared identifier 'y'\n  \treturn y;\n  \t       ^\ntsecc: compile '${dir}/a.bpf.c': clang found an error\n`,
  );
});

t.test('bad inputs end with one sentence and their exit code', async (t) => {
  const dir = t.testdir({
    'a.bpf.c': '#include "vmlinux.h"\nint x;',
    dir: {},
    'empty.bpf.c': '',
    'a.txt': 'x',
  });
  const clang = fakeProgram(`${dir}/no-target`, 'case "$1" in --print-targets) echo x86;; *) exit 1;; esac');
  const cases: [string[], number, RegExp][] = [
    [[`${dir}/none.bpf.c`], 2, /no such file/],
    [[`${dir}/dir`], 2, /it is a directory/],
    [[`${dir}/a.txt`], 2, /it is no C source/],
    [[`${dir}/empty.bpf.c`], 2, /the file is empty/],
    [['-c', 'no-such-clang', `${dir}/a.bpf.c`], 9, /find clang: 'no-such-clang', asked for, is no program/],
    [['-l', 'no-such-strip', `${dir}/a.bpf.c`], 9, /find llvm-strip/],
    [['-c', clang, `${dir}/a.bpf.c`], 9, /was built without the BPF target/],
    [['--vmlinux', `${dir}/none.h`, `${dir}/a.bpf.c`], 2, /it cannot be read/],
  ];
  for (const [argv, code, message] of cases) {
    const result = await run(argv);
    t.equal(result.code, code, argv.join(' '));
    t.match(result.stderr, message);
    t.equal(result.stderr.split('\n').length, 2, 'one line');
  }
});

t.test('the environment names tools, and switches colours off', async (t) => {
  const dir = t.testdir({
    'a.bpf.c': 'int f(void) { return y; }\n',
    'x.bpf.c': sourceText('kernel-headers.bpf.c'),
  });
  const clang = fakeProgram(`${dir}/my-clang`, 'exec clang "$@"');
  const strip = fakeProgram(`${dir}/my-strip`, 'exec llvm-strip "$@"');
  const env = { ...process.env, CLANG: clang, LLVM_STRIP: strip };
  const { stderr } = await run(['-v', `${dir}/x.bpf.c`], env);
  t.match(stderr, `$ ${clang} -g `);
  t.match(stderr, `$ ${strip} -g - -o -`);
  t.match(await run([`${dir}/x.bpf.c`], { ...env, CLANG: '/nowhere/clang' }), {
    code: 9,
    stderr: /find clang: '\/nowhere\/clang', named by CLANG, is no program/,
  });

  const terminal = async (more: Record<string, string>): Promise<string> => {
    const [stdout, stderr] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY: true })];
    const io = { stdin: Readable.from([]), stdout, stderr, env: { ...process.env, ...more }, cwd: () => '.' };
    await main([`${dir}/a.bpf.c`, '-o', `${dir}/out`], io);
    stderr.end();
    return text(stderr);
  };
  t.match(await terminal({ NO_COLOR: '' }), '\x1b[1;31merror');
  t.notMatch(await terminal({ NO_COLOR: '1' }), '\x1b');
});

t.test('names of files cannot act on the terminal', async (t) => {
  const { stderr } = await run(['\x1b]0;x\x07.c']);
  t.notMatch(stderr, /[^\P{Cc}\n]/u);
});
