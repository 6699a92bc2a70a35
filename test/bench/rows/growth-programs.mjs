import { readdirSync } from 'node:fs';
import { manyCalls, measureStart } from '../attach-time.mjs';
import {
  compileText,
  fillWhole,
  head,
  wholeEvent,
  programWith,
  ring,
  sendTo,
} from '../generated-programs.mjs';
import { measureGrowth } from '../growth.mjs';
import { bpftraceSide, consumerSide, tsecliSide } from '../sides.mjs';
import { whileProducing } from '../trace-bench.mjs';

/** Tracepoints of system calls other than the one that is traced: each may have 64 programs, so each gets one. */
function otherCalls(count) {
  const names = readdirSync('/sys/kernel/tracing/events/syscalls').filter(
    (name) => name.startsWith('sys_enter_') && name !== 'sys_enter_lseek',
  );
  return names.sort().slice(0, count);
}

/** The last program sends events, so that the first one tells that all are attached. */
function sourceOf(count) {
  const others = otherCalls(count - 1).map(
    (name) => `SEC("tracepoint/syscalls/${name}")
int on_${name}(void *ctx)
{
	__sync_fetch_and_add(&calls, 1);
	return 0;
}

`,
  );
  const traced = programWith(`${wholeEvent}${ring('events', 1 << 20)}`, sendTo('events', fillWhole));
  return traced.replace(head, `${head}u64 calls;\n\n${others.join('')}`);
}

function scriptOf(count) {
  const others = otherCalls(count - 1).map((name) => `tracepoint:syscalls:${name} { @ = count(); }`);
  const traced = `tracepoint:syscalls:sys_enter_lseek /args->whence == 77/ {
  printf("{\\"ts\\":%llu,\\"seq\\":%llu}\\n", nsecs, args->offset); }`;
  return [...others, traced].join('\n');
}

const compiled = (bench, count) => compileText(bench, `programs-${count}`, sourceOf(count));

const growth = {
  unit: 'programs',
  points: [1, 10, 50, 100, 200],
  figure: 'ms',
  needs: ['bpftrace', 'libbpf'],
  series: {
    tsecli: (bench, count) => tsecliSide(compiled(bench, count).package),
    bpftrace: (_, count) => bpftraceSide(scriptOf(count)),
    'libbpf in C': (bench, count) => consumerSide(bench, compiled(bench, count).object),
  },
};

export const row = {
  name: 'growth with the number of programs: start until all are attached / bpftrace, and libbpf in C',
  zh: '随程序数量的增长：从启动到全部挂载 / bpftrace，及 C 语言的 libbpf 程序',
  reach: [
    { figure: 'ms', side: 'tsecli, 200 programs', against: 'bpftrace, 200 programs', atMost: 0.7 },
    { figure: 'ms', side: 'tsecli, 200 programs', against: 'tsecli, 1 program', atMost: 3 },
  ],
  run: ({ runs }) =>
    measureGrowth(
      growth,
      (bench, side) => whileProducing(bench, manyCalls, () => measureStart(bench, side)),
      Math.min(runs, 5),
    ),
};
