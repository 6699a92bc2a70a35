import { readFileSync, readdirSync } from 'node:fs';
import t from 'tap';
import { figuresPath } from '../../../tools/figures/bench-json.mjs';
import { inChinese } from '../../../tools/figures/words.mjs';

t.test('a name of several parts is told part by part; programs keep their names', async (t) => {
  t.equal(
    inChinese('CPU µs/event, tsecli, 200 programs / libbpf in C, 1 program'),
    '每事件 CPU 微秒，tsecli，200 个程序 / C 的 libbpf，1 个程序',
  );
  t.equal(inChinese('memory, last quarter / first'), '内存，后四分之一 / 前四分之一');
  t.equal(inChinese('tsecli, 1,000 KB'), 'tsecli，1,000 KB');
  t.equal(inChinese('opensnoop'), 'opensnoop');
});

/** In Chinese, or the name of a program, or a unit that is the same in both. */
const told = /[一-鿿]|^(?:tsecli|bpftrace|opensnoop|cat|MB|[\d,]+ KB)$/;

t.test('each figure and each side of the docs has its Chinese', async (t) => {
  const { rows } = JSON.parse(readFileSync(figuresPath, 'utf8'));
  for (const { bounds, details = {} } of rows) {
    const sides: readonly [string, object][] = Object.entries(details);
    const names = [
      ...bounds.map(({ figure }: { figure: string }) => figure),
      ...sides.flatMap(([side, figures]) => [side, ...Object.keys(figures)]),
    ];
    for (const name of new Set(names.flatMap((each: string) => inChinese(each).split(/ \/ |，/))))
      t.match(name, told, name);
  }
});

t.test('each row says what it compares in both languages', async (t) => {
  for (const file of readdirSync('test/bench/rows')) {
    const { row } = await import(`../../bench/rows/${file}`);
    t.match(row.zh, /[一-鿿]/, file);
    t.equal(row.zh.includes(' / '), row.name.includes(' / '), `${file}: a peer in one is a peer in both`);
  }
});
