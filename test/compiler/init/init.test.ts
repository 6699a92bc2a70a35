import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import t from 'tap';
import { main } from '../../../compiler/cli.js';
import { scratchDirectory } from '../../fixtures/project.js';

async function run(argv: readonly string[], options: { env?: Record<string, string>; keys?: string } = {}) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const { keys, env = {} } = options;
  const terminal = { isTTY: true, setRawMode: () => undefined };
  if (keys !== undefined) stdin.write(keys);
  const code = await main(['init', ...argv], {
    stdin: keys === undefined ? stdin : Object.assign(stdin, terminal),
    stdout,
    stderr: keys === undefined ? stderr : Object.assign(stderr, { isTTY: true }),
    env: { ...process.env, LANG: 'C', LC_ALL: '', ...env },
    cwd: () => process.cwd(),
  });
  stdout.end();
  stderr.end();
  return { code, stdout: await text(stdout), stderr: await text(stderr) };
}

const everything = [
  '.clangd',
  '.vscode',
  '.vscode/bpf-package.schema.json',
  '.vscode/extensions.json',
  '.vscode/settings.json',
  'README.md',
];
const listed = (directory: string) =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).toSorted();

t.test('a program is written, and what to do next is told', async (t) => {
  const directory = join(scratchDirectory(t), 'new');
  const { code, stdout, stderr } = await run(['ringbuf', directory, '--name', 'execs']);
  t.equal(code, 0, stderr);
  t.same(listed(directory), [...everything, 'execs.bpf.c', 'execs.h'].toSorted());
  t.equal(stdout.split('\n').filter(Boolean).length, 7);
  t.match(
    stderr,
    /next:\n {2}cd .*new\n {2}tsecc execs\.bpf\.c\n {2}tsecli --lab --exec '.*' package\.json\n$/,
  );
});

t.test('nothing is written over, and nothing is written then', async (t) => {
  const directory = t.testdir({ 'README.md': 'mine' });
  t.match(await run(['kprobe', directory]), {
    code: 2,
    stdout: '',
    stderr: `tsecc: write '${directory}/README.md': already there (choose another directory: tsecc init kprobe DIR)\n`,
  });
  t.same(listed(directory), ['README.md']);
  t.equal(readFileSync(join(directory, 'README.md'), 'utf8'), 'mine');
});

t.test('without a template it asks in a terminal', async (t) => {
  const directory = scratchDirectory(t);
  const before = process.cwd();
  process.chdir(directory);
  t.teardown(() => process.chdir(before));
  const chosen = await run([], { keys: '\x1b[B\r' });
  t.equal(chosen.code, 0, chosen.stderr);
  t.ok(existsSync(join(directory, 'fentry.bpf.c')));
  t.notMatch(chosen.stderr, /\n {2}cd /, 'it is here already');

  const left = await run([], { keys: '\x03' });
  t.match(left, { code: 130, stdout: '' });
});

t.test('without a terminal it tells what there is', async (t) => {
  t.match(await run([]), {
    code: 2,
    stdout: '',
    stderr:
      /^tsecc: init: no template named, and no terminal to ask in \(one of kprobe, .*, xdp; tsecc init --list /,
  });
  t.match(await run(['kprobee']), { code: 2, stderr: /no template 'kprobee' \(nearest: kprobe\)\n$/ });
});

t.test('help and the list, in both languages', async (t) => {
  t.match(await run(['--list']), { code: 0, stdout: /^kprobe {6}files/, stderr: '' });
  t.match(await run(['--list', '--lang', 'zh']), { code: 0, stdout: /^kprobe {6}用/ });
  t.match(await run(['--help'], { env: { LANG: 'zh_CN.UTF-8' } }), { code: 0, stdout: /^用法：tsecc init/ });
  t.match(await run(['none', '--lang', 'zh']), { code: 2, stderr: /^tsecc: init：没有模板 'none'/ });
});

t.test('where vmlinux.h cannot be made, the program is written all the same', async (t) => {
  const directory = join(scratchDirectory(t), 'new');
  const env = { BPFTOOL: '/nowhere/bpftool', XDG_CACHE_HOME: scratchDirectory(t) };
  const { code, stderr } = await run(['kprobe', directory], { env });
  t.equal(code, 0);
  t.ok(existsSync(join(directory, 'kprobe.bpf.c')));
  t.match(stderr, /^editors: vmlinux\.h is missing: find bpftool: .*\nwhen that is mended: tsecc editor\n/);
});
