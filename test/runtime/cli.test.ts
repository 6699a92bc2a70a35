import { readFileSync } from 'node:fs';
import t from 'tap';
import { main } from '../../runtime/cli.js';
import { memoryIo } from '../fixtures/kernel/memory-io.js';

t.test('help and version go to stdout', async (t) => {
  const io = memoryIo();
  t.equal(await main(['--help'], io), 0);
  t.match(io.output(), /^Usage: tsecli/);
  const other = memoryIo();
  t.equal(await main(['--version'], other), 0);
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  t.equal(other.output(), `${version}\n`);
});

t.test('an error is one line on stderr and an exit code', async (t) => {
  const cases = [
    [['--jsn'], 2, 'tsecli: use --jsn: there is no such option (did you mean --json?)\n'],
    [
      ['absent.json'],
      7,
      "tsecli: read 'absent.json': no such file or directory (make it with: tsecc <name>.bpf.c)\n",
    ],
    [['lab', 'nonsense'], 2, undefined],
  ] as const;
  for (const [argv, code, text] of cases) {
    const io = memoryIo();
    t.equal(await main(argv, io), code, argv.join(' '));
    if (text !== undefined) t.equal(io.errors(), text);
    t.equal(io.output(), '');
  }
});

t.test('a bad package is told even to who may run none', async (t) => {
  const directory = t.testdir({ 'package.json': '{"name":"npm","version":"1.0.0"}', 'empty.json': '' });
  for (const name of ['package.json', 'empty.json']) {
    const io = memoryIo(process.env, directory);
    t.equal(await main([name], io), 7);
    t.match(io.errors(), /^tsecli: /);
  }
});
