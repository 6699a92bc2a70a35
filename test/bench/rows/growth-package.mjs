import { createHash } from 'node:crypto';
import { manyCalls, measureStart } from '../attach-time.mjs';
import { compileText, fillWhole, wholeEvent, programWith, ring, sendTo } from '../generated-programs.mjs';
import { measureGrowth } from '../growth.mjs';
import { consumerSide, tsecliSide } from '../sides.mjs';
import { whileProducing } from '../trace-bench.mjs';

/** An object with so many KB of data that is nowhere twice: half of it is left when it is compressed. */
function sourceOf(kilobytes) {
  const lines = Array.from({ length: kilobytes * 16 }, (_, index) =>
    createHash('sha256').update(String(index)).digest('hex'),
  );
  const data = `const volatile char data[] = "${lines.join('"\n"')}";\n\n`;
  return programWith(
    `${wholeEvent}${data}${ring('events', 1 << 20)}`,
    `	if (data[number & 63] == 1)\n		return 0;\n${sendTo('events', fillWhole)}`,
  );
}

const compiled = (bench, size) => compileText(bench, `package-${size}`, sourceOf(size));

const growth = {
  unit: 'KB',
  points: [1, 100, 1000, 4000],
  figure: 'ms',
  needs: ['libbpf'],
  series: {
    tsecli: (bench, size) => tsecliSide(compiled(bench, size).package),
    'libbpf in C': (bench, size) => consumerSide(bench, compiled(bench, size).object),
  },
};

export const row = {
  name: 'growth with the size of the package, by KB of data in its object: start until attached / libbpf in C',
  zh: '随包大小（对象中数据的 KB 数）的增长：从启动到挂载 / C 语言的 libbpf 程序',
  reach: [{ figure: 'ms', side: 'tsecli, 1,000 KB', against: 'tsecli, 1 KB', atMost: 1.5 }],
  run: ({ runs }) =>
    measureGrowth(
      growth,
      (bench, side) => whileProducing(bench, manyCalls, () => measureStart(bench, side)),
      Math.min(runs, 5),
    ),
};
