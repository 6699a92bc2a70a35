import t from 'tap';
import { parseCommand } from '../../compiler/parse-command.js';

t.test('--check is for a package that is made now', async (t) => {
  t.match(parseCommand(['--check', 'a.bpf.c']), { kind: 'compile', check: true });
  for (const stray of ['-n', '-y', '--watch']) {
    t.throws(() => parseCommand(['--check', stray, 'a.bpf.c']), {
      code: 'usage',
      message: new RegExp(`with ${stray}$`),
    });
  }
});

t.test('options are read in their long and short forms', async (t) => {
  t.same(parseCommand(['a.bpf.c']), {
    kind: 'compile',
    source: 'a.bpf.c',
    verbose: false,
    check: false,
    options: {
      header: undefined,
      headerOnly: false,
      outputDirectory: undefined,
      packageKind: 'json',
      additionalFlags: [],
      clang: undefined,
      strip: undefined,
      reuse: true,
      vmlinux: undefined,
      targetArchitecture: undefined,
      btfhubArchive: undefined,
      standalone: false,
      types: false,
    },
  });
  t.match(
    parseCommand(['-vy', '-o', 'out', '-c=clang-16', '--llvm-strip-bin', 'strip', 'a.c', '--vmlinux=v.h']),
    {
      verbose: true,
      source: 'a.c',
      options: {
        outputDirectory: 'out',
        packageKind: 'yaml',
        clang: 'clang-16',
        strip: 'strip',
        reuse: true,
        vmlinux: 'v.h',
      },
    },
  );
  t.match(parseCommand(['-n', 'a.c']), { options: { packageKind: 'none' } });
  t.match(parseCommand(['--no-generate-package-json', 'a.c']), { options: { packageKind: 'none' } });
});

t.test('a header stands behind the source, or the source is one', async (t) => {
  t.match(parseCommand(['a.bpf.c', '-v', 'a.h']), { source: 'a.bpf.c', options: { header: 'a.h' } });
  t.match(parseCommand(['--header-only', 'a.h']), { source: 'a.h', options: { headerOnly: true } });
});

t.test('flags for clang may begin with dashes, hold quotes and be given more than once', async (t) => {
  t.match(parseCommand(['-a', `-DX='a b' -I inc`, 'a.c', '--additional-cflags=-O1', '-a=-g']), {
    options: { additionalFlags: ['-DX=a b', '-I', 'inc', '-O1', '-g'] },
    source: 'a.c',
  });
});

t.test('what else may be made of a source', async (t) => {
  t.match(parseCommand(['-bs', '--btfhub-archive', 'btfs', '--target-arch=arm64', 'a.c']), {
    options: { btfhubArchive: 'btfs', standalone: true, targetArchitecture: 'arm64' },
  });
});

t.test('help and version are texts', async (t) => {
  t.same(parseCommand(['-h']), { kind: 'help' });
  t.same(parseCommand(['--version', 'x']), { kind: 'version' });
});

t.test('a wrong command line is a usage error with what to do', async (t) => {
  const cases: [string[], RegExp, RegExp?][] = [
    [['--verbos', 'a.c'], /unknown option --verbos/, /nearest: --verbose/],
    [['--nothing-like-it', 'a.c'], /unknown option/, /tsecc --help/],
    [['-q', 'a.c'], /unknown argument: q/],
    [[], /no source named/],
    [['a.c', 'b.c'], /one source at a time, but 2 are named/, /compile 'b\.c' by itself/],
    [['a.c', 'a.h', 'b.h'], /one source at a time, but 3 are named/, /compile 'b\.h' by itself/],
    [['a.c', '-o'], /not enough arguments following: o/],
    [['a.c', '-b'], /--btfgen needs an archive/, /--btfhub-archive DIR/],
    [['a.c', '--btfhub-archive', 'd'], /of no use without --btfgen/, /add -b/],
    [['a.c', '-a', `'`], /the quote at character 1 is not closed/],
  ];
  for (const [argv, message, cure] of cases) {
    t.throws(
      () => parseCommand(argv),
      { message, code: 'usage', exitCode: 2, ...(cure ? { cure } : {}) },
      argv.join(' '),
    );
  }
});

t.test('behind two dashes everything is a name', async (t) => {
  t.match(parseCommand(['-v', '--', '--odd.bpf.c']), { source: '--odd.bpf.c', verbose: true });
});

t.test('a watch has several sources, and what is run has words of its own', async (t) => {
  t.match(parseCommand(['--watch', 'a.c', 'b.c', '-n']), {
    kind: 'watch',
    sources: ['a.c', 'b.c'],
    verbose: false,
    options: { packageKind: 'none' },
    run: undefined,
  });
  t.match(parseCommand(['--watch', '--run', '--types', 'a.c', 'a.h', '--', '--lab=6.1', '--', '-p']), {
    kind: 'watch',
    sources: ['a.c'],
    options: { header: 'a.h', types: true },
    run: { options: ['--lab=6.1'], program: ['-p'] },
  });
  t.throws(() => parseCommand(['--run', 'a.c']), { code: 'usage', cure: 'add --watch' });
  t.match(parseCommand(['-a', '--run', 'a.c']), { kind: 'compile', options: { additionalFlags: ['--run'] } });
});

t.test(
  '--format names a form that there is, and leaves standard output to a program that runs',
  async (t) => {
    t.match(parseCommand(['--format', 'json', 'a.bpf.c']), { kind: 'compile', source: 'a.bpf.c' });
    t.throws(() => parseCommand(['--format', 'xml', 'a.bpf.c']), {
      code: 'usage',
      cure: 'one of text, json',
    });
    const running = ['--format', 'json', '--watch', '--run', 'a.bpf.c'];
    t.throws(() => parseCommand(running), { code: 'usage', cure: 'leave out --run' });
  },
);
