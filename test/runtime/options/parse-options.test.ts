import t from 'tap';
import { parseOptions } from '../../../runtime/options/parse-options.js';

const defaults = {
  command: 'run',
  package: 'pkg',
  programArguments: [],
  output: 'columns',
  selection: { fields: undefined, filter: undefined, sort: undefined, top: undefined },
  exec: undefined,
  durationMs: undefined,
  maxEvents: undefined,
  attach: [],
  disable: [],
  partial: false,
  attachOptions: { interfaces: [], cgroup: undefined, pid: undefined, binary: undefined },
  rules: { allow: [], deny: [] },
  mapSizes: [],
  bufferSize: undefined,
  failOnLost: false,
  lab: undefined,
  network: { caFile: undefined, plainHttp: false },
  trust: { keys: [], digest: undefined, insecure: false },
  quiet: false,
  verbose: false,
};

t.test('a package alone is run, with or without the word', async (t) => {
  t.same(parseOptions(['pkg']), defaults);
  t.same(parseOptions(['run', 'pkg']), defaults);
});

t.test('rules are kept as they were written, and inspect gets its words', async (t) => {
  t.match(parseOptions(['--allow', 'kind:xdp', '--deny=a', '--deny', 'b', 'pkg']), {
    rules: { allow: ['kind:xdp'], deny: ['a', 'b'] },
  });
  t.same(parseOptions(['-j', 'inspect', 'pkg']), { command: 'inspect', argv: ['-j', 'pkg'] });
  t.same(parseOptions(['inspect', '--help']), { command: 'help' });
});

t.test('options stand before or behind run, and what follows the package is left alone', async (t) => {
  const wanted = {
    ...defaults,
    output: 'json',
    exec: 'x',
    durationMs: 2000,
    maxEvents: 3,
    attach: [
      { program: 'a', section: 'kprobe/b' },
      { program: 'c', section: 'tp/d/e=f' },
    ],
    disable: ['d', 'e'],
    partial: true,
    attachOptions: { interfaces: ['lo', '2'], cgroup: '/c', pid: 7, binary: 'libc' },
    lab: '6.12',
    quiet: true,
    verbose: true,
    programArguments: ['-h', 'run', '--json'],
  };
  const options = [
    '--exec=x',
    '--duration',
    '2s',
    '--max-events=3',
    '--disable=d',
    '--disable',
    'e',
    '--partial',
    '--attach',
    'a=kprobe/b',
    '--attach=c=tp/d/e=f',
    '--iface=lo',
    '--iface',
    '2',
    '--cgroup=/c',
    '--pid=7',
    '--binary=libc',
    '--lab=6.12',
    '-qv',
  ];
  const rest = ['pkg', '-h', 'run', '--json'];
  t.same(parseOptions(['-j', 'run', ...options, ...rest]), wanted);
  t.same(parseOptions(['-j', ...options, ...rest]), wanted);
});

t.test('the lab is asked for without a kernel, with one, or as a resort', async (t) => {
  t.match(parseOptions(['--lab', 'pkg']), { lab: '', package: 'pkg' });
  t.match(parseOptions(['--lab=auto', 'pkg']), { lab: 'auto' });
  t.same(parseOptions(['lab', 'pull', '--x']), { command: 'lab', argv: ['pull', '--x'] });
});

t.test('check takes the options of loading, and refuses those of events', async (t) => {
  const request = { command: 'check', package: 'p.json', disable: ['x'], programArguments: ['--pid', '7'] };
  t.match(parseOptions(['check', '--disable', 'x', 'p.json', '--pid', '7']), request);
  t.match(parseOptions(['--disable', 'x', 'check', 'p.json', '--pid', '7']), request);
  t.match(parseOptions(['check', '-j', 'p.json']), { output: 'json' });
  for (const stray of [
    ['--exec', 'true'],
    ['--duration', '1s'],
    ['--sort', 'x'],
    ['-o', 'csv'],
  ]) {
    t.throws(() => parseOptions(['check', ...stray, 'p.json']), { code: 'usage', message: /with check/ });
  }
  t.same(parseOptions(['check', '-h']), { command: 'help' });
});

t.test('how events are shown, the last of -o and -j counting', async (t) => {
  for (const argv of [['-o', 'csv'], ['-ocsv'], ['-j', '--output=csv'], ['-qo', 'csv']])
    t.match(parseOptions([...argv, 'pkg']), { output: 'csv', package: 'pkg' }, argv.join(' '));
  t.match(parseOptions(['-o', 'csv', '-j', 'pkg']), { output: 'json' });
  const options = ['--fields=a,b.c', '--filter', 'a == 1', '--sort', '-a', '--top=5'];
  t.match(parseOptions([...options, 'pkg']), {
    selection: { fields: 'a,b.c', filter: 'a == 1', sort: '-a', top: 5 },
  });
  t.match(parseOptions(['--map-size', 'a=1', '--map-size=b=2k', 'pkg']), {
    mapSizes: [
      { map: 'a', size: 1 },
      { map: 'b', size: 2048 },
    ],
  });
});

t.test('help and version are commands of their own', async (t) => {
  for (const argv of [[], ['-h'], ['--help', 'pkg'], ['run', '--help']]) {
    t.same(parseOptions(argv), { command: 'help' }, argv.join(' '));
  }
  t.same(parseOptions(['--version']), { command: 'version' });
});

t.test('what makes no sense is a usage error', async (t) => {
  const cases = [
    ['run'],
    ['-j'],
    ['--max-events', '0', 'pkg'],
    ['--max-events', 'many', 'pkg'],
    ['--duration', 'long', 'pkg'],
    ['--attach', 'prog', 'pkg'],
    ['--attach', '=kprobe/x', 'pkg'],
    ['--attach', 'prog=', 'pkg'],
    ['-j', 'lab', 'list'],
    ['-o', 'xml', 'pkg'],
    ['--output=', 'pkg'],
    ['--top=5', 'pkg'],
    ['--sort=a', '--top=0', 'pkg'],
    ['--map-size=a', 'pkg'],
  ];
  for (const argv of cases) t.throws(() => parseOptions(argv), { code: 'usage' }, argv.join(' '));
});

t.test('what a package has to prove is asked for', async (t) => {
  const digest = `sha256:${'a'.repeat(64)}`;
  t.same(parseOptions(['--key', 'a', '--key=b', '--digest', digest, 'pkg']), {
    ...defaults,
    trust: { keys: ['a', 'b'], digest, insecure: false },
  });
  t.match(parseOptions(['check', '--insecure', 'pkg']), { command: 'check', trust: { insecure: true } });
});

t.test('--insecure contradicts what asks for a proof', async (t) => {
  for (const [name, value] of [
    ['key', 'a'],
    ['digest', `sha256:${'a'.repeat(64)}`],
  ] as const) {
    t.throws(() => parseOptions([`--${name}`, value, '--insecure', 'pkg']), {
      code: 'usage',
      message: `use --insecure with --${name}: one of them says that it matters who made it`,
    });
  }
});

t.test('commands of signatures keep their words', async (t) => {
  t.same(parseOptions(['--key', 'a', 'sign', '--help']), { command: 'sign', argv: ['--key', 'a', '--help'] });
  t.same(parseOptions(['verify', 'pkg']), { command: 'verify', argv: ['pkg'] });
  t.same(parseOptions(['generate-key-pair']), { command: 'generate-key-pair', argv: [] });
});
