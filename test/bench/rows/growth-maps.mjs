import { manyCalls, measureStart } from '../attach-time.mjs';
import { compileText, fillWhole, wholeEvent, programWith, ring, sendTo } from '../generated-programs.mjs';
import { measureGrowth } from '../growth.mjs';
import { consumerSide, tsecliSide } from '../sides.mjs';
import { whileProducing } from '../trace-bench.mjs';

/** As many maps as are asked for, the ring buffer among them; each is used. */
function sourceOf(count) {
  const names = Array.from({ length: count - 1 }, (_, index) => `seen_${index}`);
  const maps = names.map(
    (name) => `struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1024);
	__type(key, u64);
	__type(value, u64);
} ${name} SEC(".maps");

`,
  );
  const updates = names.map((name) => `	bpf_map_update_elem(&${name}, &number, &number, BPF_ANY);\n`);
  return programWith(
    `${wholeEvent}${maps.join('')}${ring('events', 1 << 20)}`,
    updates.join('') + sendTo('events', fillWhole),
  );
}

const compiled = (bench, count) => compileText(bench, `maps-${count}`, sourceOf(count));

const growth = {
  unit: 'maps',
  points: [1, 8, 32, 64],
  figure: 'ms',
  needs: ['libbpf'],
  series: {
    tsecli: (bench, count) => tsecliSide(compiled(bench, count).package),
    'libbpf in C': (bench, count) => consumerSide(bench, compiled(bench, count).object),
  },
};

export const row = {
  name: 'growth with the number of maps: start until attached / libbpf in C',
  zh: '随 map 数量的增长：从启动到挂载 / C 语言的 libbpf 程序',
  reach: [{ figure: 'ms', side: 'tsecli, 64 maps', against: 'tsecli, 1 map', atMost: 1.5 }],
  run: ({ runs }) =>
    measureGrowth(
      growth,
      (bench, side) => whileProducing(bench, manyCalls, () => measureStart(bench, side)),
      Math.min(runs, 5),
    ),
};
