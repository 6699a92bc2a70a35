// What the commands themselves say to who reads Chinese: exact texts, for the translations are seen nowhere else whole.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { root } from './fixtures/project.js';

type Row = readonly [command: 'tsecc' | 'tsecli', argv: readonly string[], said: string];

const rows: readonly Row[] = [
  ['tsecc', ['none.bpf.c'], "无法编译 'none.bpf.c'：文件不存在"],
  ['tsecc', ['text.txt'], "无法编译 'text.txt'：它不是 C 源文件（源文件的名字以 .bpf.c 或 .c 结尾）"],
  ['tsecc', ['folder'], "无法编译 'folder'：这是目录（请给出其中某个 *.bpf.c）"],
  ['tsecc', ['--vmlinx', 'a.bpf.c'], '命令行有误：未知选项 --vmlinx（最接近的是 --vmlinux）'],
  [
    'tsecc',
    ['--btfgen', 'a.bpf.c'],
    '命令行有误：--btfgen 需要一个内核类型归档（--btfhub-archive DIR，例如 github.com/aquasecurity/btfhub-archive 的克隆）',
  ],
  ['tsecli', ['none.json'], "无法读取 'none.json'：没有这个文件或目录（用 tsecc <name>.bpf.c 生成）"],
  ['tsecli', ['folder'], "无法读取 'folder'：这是目录（请给出其中的包：folder/package.json）"],
  ['tsecli', ['text.txt'], '无法打开包：偏移 0 处的字符不是 JSON'],
  ['tsecli', ['--outptu', 'json', 'a.json'], '无法使用 --outptu：没有这个选项（是否想写 --output？）'],
  [
    'tsecli',
    ['--duration', '3days', 'a.json'],
    "无法解析 --duration '3days'：不是时长（请写成 500ms、10s、2m 或 1h，最长 24 天）",
  ],
  ['tsecli', ['lab', 'none'], "lab：没有命令 'none'（见 tsecli lab --help）"],
];

function say(t: Test, argv: readonly string[], command: string, LANG: string): string {
  const directory = t.testdir({ 'text.txt': 'text\n', folder: {} });
  const program = join(root, 'dist/bin', `${command}.js`);
  const env = { PATH: process.env['PATH'], HOME: directory, XDG_CACHE_HOME: directory, LANG };
  return spawnSync(process.execPath, [program, ...argv], { cwd: directory, env, encoding: 'utf8' }).stderr;
}

t.test('the locale chooses the language', async (t) => {
  for (const [command, argv, said] of rows) {
    t.equal(say(t, argv, command, 'zh_CN.UTF-8'), `${command}: ${said}\n`);
  }
});

t.test('--lang does, whatever the locale', async (t) => {
  t.equal(say(t, ['--lang', 'zh', 'none.bpf.c'], 'tsecc', 'C'), "tsecc: 无法编译 'none.bpf.c'：文件不存在\n");
  t.match(say(t, ['--lang', 'en', 'none.json'], 'tsecli', 'zh_CN.UTF-8'), 'no such file or directory');
});

t.test('a language that there is not is an error, told in English', async (t) => {
  const told = 'tsecli: use --lang fr: there is no such language (one of en, zh)\n';
  t.equal(say(t, ['--lang', 'fr', 'a.json'], 'tsecli', 'zh_CN.UTF-8'), told);
});
