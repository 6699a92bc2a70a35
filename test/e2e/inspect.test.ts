// What `tsecli inspect` reads from each template and lesson is what kernels report once they have loaded it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { openPackage } from '../../core/package/open.js';
import { describePackage } from '../../runtime/inspect/describe.js';
import type { PackageDescription } from '../../runtime/inspect/types.js';
import { runInGuest } from '../fixtures/guest.js';
import { compileInspected, type Compiled } from '../fixtures/inspect/compile-all.js';
import { testKernels } from '../fixtures/kernels.js';
import { scratchDirectory } from '../fixtures/project.js';

/** What bpftool calls the types of programs, by our kinds. */
const types: Readonly<Record<string, string>> = {
  kprobe: 'kprobe',
  kretprobe: 'kprobe',
  uprobe: 'kprobe',
  uretprobe: 'kprobe',
  usdt: 'kprobe',
  tracepoint: 'tracepoint',
  raw_tp: 'raw_tracepoint',
  tp_btf: 'tracing',
  fentry: 'tracing',
  fexit: 'tracing',
  iter: 'tracing',
  lsm: 'lsm',
  perf_event: 'perf_event',
  cgroup: 'cgroup_sock_addr',
  tc: 'sched_cls',
  tcx: 'sched_cls',
  xdp: 'xdp',
};

/** Helpers that the verifier puts instructions or other functions in place of. */
const inlined =
  /^bpf_(?:map_\w+_elem|get_smp_processor_id|jiffies64|get_func_\w+|tail_call|loop|get_attach_cookie|task_storage_get)$/;

/** What the verifier takes out before it shows the code, as a setting that is off by itself keeps it from being reached. */
const unreached: Readonly<Record<string, readonly string[]>> = { '11-bootstrap': ['bpf_ringbuf_discard'] };

/** Programs that are refused on purpose: their lesson is about that. */
const refused: ReadonlySet<string> = new Set(['15-verifier-clinic']);

/** What the kernel says of one package. */
interface Report {
  readonly programs: readonly { readonly name: string; readonly type: string; readonly code: string }[];
  readonly maps: readonly MapReport[];
}

interface MapReport {
  readonly name?: string;
  readonly type: string;
  readonly bytes_key: number;
  readonly bytes_value: number;
  readonly max_entries: number;
}

const script = (ids: readonly string[]): string => `
  mount -t bpf bpf /sys/fs/bpf 2>/dev/null
  ${ids
    .map(
      (id, index) => `
  bpftool prog loadall ${id}.bpf.o /sys/fs/bpf/p${index} pinmaps /sys/fs/bpf/m${index} >/dev/null || echo "failed: ${id}"
  for pin in /sys/fs/bpf/p${index}/*; do
    echo "program $(basename $pin)"; bpftool -j prog show pinned $pin
    echo; echo "code"; bpftool prog dump xlated pinned $pin; echo "end"
  done
  for pin in /sys/fs/bpf/m${index}/*; do [ -e $pin ] && { echo "map"; bpftool -j map show pinned $pin; echo; }; done
  rm -rf /sys/fs/bpf/p${index} /sys/fs/bpf/m${index}
  echo ===`,
    )
    .join('')}`;

function readReport(text: string): Report {
  const programs = [...text.matchAll(/^program (\w+)\n(\{.*\})\n+code\n([^]*?)^end$/gm)].map(
    ([, name = '', json = '{}', code = '']) => {
      const { type }: { type: string } = JSON.parse(json);
      return { name, type, code };
    },
  );
  const maps = [...text.matchAll(/^map\n(\{.*\})$/gm)].map(([, json = '{}']): MapReport => JSON.parse(json));
  return { programs, maps };
}

/** Helpers in a program and in the functions that it calls, as the kernel shows its code. */
const calledIn = (code: string): ReadonlySet<string> =>
  new Set([...code.matchAll(/call (bpf_\w+)#/g)].map(([, name = '']) => name));

/** The kernel has a helper in several forms for types of programs: `bpf_get_attach_cookie_trace`. */
const isHelper = (call: string, helper: string): boolean => call === helper || call.startsWith(`${helper}_`);

function compare(
  t: Test,
  description: PackageDescription,
  { programs, maps }: Report,
  dropped: readonly string[],
): void {
  const loaded = description.programs.filter((program) => program.loaded);
  t.same(programs.map(({ name }) => name).toSorted(), loaded.map(({ name }) => name).toSorted());
  for (const program of loaded) {
    const reported = programs.find(({ name }) => name === program.name);
    t.equal(reported?.type, types[program.kind], `type of ${program.name}`);
    const called = calledIn(reported?.code ?? '');
    const expected = program.helpers.filter((name) => !inlined.test(name) && !dropped.includes(name));
    for (const name of expected) {
      t.ok(
        [...called].some((call) => isHelper(call, name)),
        `${program.name} calls ${name}`,
      );
    }
    for (const name of called) {
      const known = program.helpers.some((helper) => isHelper(name, helper));
      t.ok(known || inlined.test(name), `${program.name}: ${name} is known`);
    }
  }
  for (const map of description.maps) {
    const isThis = ({ name = '' }: MapReport): boolean =>
      map.section === undefined ? name === map.name.slice(0, 15) : name.endsWith(map.section.slice(0, 15));
    t.match(
      maps.find(isThis),
      { type: map.type, bytes_key: map.keySize, bytes_value: map.valueSize, max_entries: Number },
      map.name,
    );
    // Of those that are as large as the machine has processors, it is the loader's to say.
    if (map.maxEntries > 0) t.equal(maps.find(isThis)?.max_entries, map.maxEntries, map.name);
  }
  t.equal(maps.length, description.maps.length, 'and there are no other maps');
}

function filesOf(compiled: readonly Compiled[]): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(
    compiled.map(({ id, directory, object }) => [`${id}.bpf.o`, readFileSync(join(directory, object))]),
  );
}

const compiled = compileInspected(scratchDirectory(t));

for (const kernel of testKernels) {
  t.test(`Linux ${kernel} reports what inspect says`, async (t) => {
    const all = await compiled;
    const { stdout, stderr } = await runInGuest(kernel, script(all.map(({ id }) => id)), filesOf(all));
    const reports = stdout.split('===\n');
    t.equal(reports.length, all.length + 1, stderr);
    for (const [index, { id, directory }] of all.entries()) {
      const description = describePackage(openPackage(readFileSync(join(directory, 'package.json'))));
      const report = reports[index] ?? '';
      t.test(id, async (t) => {
        if (refused.has(id)) t.match(report, `failed: ${id}`);
        else compare(t, description, readReport(report), unreached[id] ?? []);
      });
    }
  });
}
