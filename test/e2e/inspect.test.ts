// What `tsecli inspect` reads from each template and lesson is what kernels report once they have loaded it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { renameSection } from '../../core/object/rename-section.js';
import { openPackage } from '../../core/package/open.js';
import { describePackage } from '../../runtime/inspect/describe.js';
import type { PackageDescription } from '../../runtime/inspect/types.js';
import { runInGuest } from '../fixtures/guest.js';
import { compileInspected, type Compiled } from '../fixtures/inspect/compile-all.js';
import { fileFunctions, testKernels } from '../fixtures/kernels.js';
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

/** And those that it does so to since Linux 7. */
const inlinedSince7: ReadonlySet<string> = new Set(['bpf_get_current_task', 'bpf_get_current_task_btf']);

/** What the verifier takes out before it shows the code, as a setting that is off by itself keeps it from being reached. */
const unreached: Readonly<Record<string, readonly string[]>> = { '11-bootstrap': ['bpf_ringbuf_discard'] };

/** Programs that are refused on purpose: their lesson is about that. */
const refused: ReadonlySet<string> = new Set(['15-verifier-clinic']);

/** What the kernel says of one package. */
interface Report {
  readonly programs: readonly {
    readonly name: string;
    readonly type: string;
    readonly called: ReadonlySet<string>;
  }[];
  readonly maps: readonly MapReport[];
}

interface MapReport {
  readonly name?: string;
  readonly type: string;
  readonly bytes_key: number;
  readonly bytes_value: number;
  readonly max_entries: number;
}

/** Code travels as bytes: to name what it calls, bpftool would read all of the kernel's symbols for each program. */
const script = (ids: readonly string[]): string => `
  mount -t bpf bpf /sys/fs/bpf 2>/dev/null
  grep -F bpf_ /proc/kallsyms
  echo ===
  ${ids
    .map(
      (id, index) => `
  bpftool prog loadall ${id}.bpf.o /sys/fs/bpf/p${index} pinmaps /sys/fs/bpf/m${index} >/dev/null || echo "failed: ${id}"
  for pin in /sys/fs/bpf/p${index}/*; do
    echo "program $(basename $pin)"; bpftool -j prog show pinned $pin
    bpftool prog dump xlated pinned $pin file code; echo; echo "code $(base64 -w 0 code)"
  done
  for pin in /sys/fs/bpf/m${index}/*; do [ -e $pin ] && { echo "map"; bpftool -j map show pinned $pin; echo; }; done
  rm -rf /sys/fs/bpf/p${index} /sys/fs/bpf/m${index}
  echo ===`,
    )
    .join('')}`;

/** Gives the names of the kernel's functions at a distance, in bytes, from where its helpers are counted from. */
function readSymbols(text: string): (distance: bigint) => readonly string[] {
  const symbols = [...text.matchAll(/^([\da-f]+) \w (\w+)$/gm)].map(
    ([, address = '', name = '']) => [name, BigInt(`0x${address}`)] as const,
  );
  const base = symbols.find(([name]) => name === '__bpf_call_base')?.[1] ?? 0n;
  return (distance) => symbols.flatMap(([name, address]) => (address === base + distance ? [name] : []));
}

function readReport(text: string, namesAt: ReturnType<typeof readSymbols>): Report {
  const programs = [...text.matchAll(/^program (\w+)\n(\{.*\})\n+code (.*)$/gm)].map(
    ([, name = '', json = '{}', code = '']) => {
      const { type }: { type: string } = JSON.parse(json);
      return { name, type, called: calledIn(Buffer.from(code, 'base64'), namesAt) };
    },
  );
  const maps = [...text.matchAll(/^map\n(\{.*\})$/gm)].map(([, json = '{}']): MapReport => JSON.parse(json));
  return { programs, maps };
}

/** Helpers in a program and in the functions that it calls, as the kernel shows its code: instructions of 8 bytes. */
function calledIn(code: Buffer, namesAt: ReturnType<typeof readSymbols>): ReadonlySet<string> {
  const call = 0x85;
  const names = Array.from({ length: code.length / 8 }, (_, index) => index * 8)
    // The upper half of the registers' byte is 0 for a helper, and not for functions of the program or of the kernel.
    .filter((at) => code[at] === call && (code[at + 1] ?? 0) >> 4 === 0)
    .flatMap((at) => namesAt(BigInt(code.readInt32LE(at + 4))))
    .filter((name) => name.startsWith('bpf_'));
  return new Set(names);
}

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
    const called = reported?.called ?? new Set();
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

function filesOf(compiled: readonly Compiled[], kernel: string): Readonly<Record<string, Uint8Array>> {
  return Object.fromEntries(
    compiled.map(({ id, directory, object }) => {
      const bytes = readFileSync(join(directory, object));
      return [
        `${id}.bpf.o`,
        fileFunctions(kernel) === 'do' ? bytes : atFallbacks(bytes, describe(directory)),
      ];
    }),
  );
}

/** Loaded by bpftool alone, programs stand where tsecli would have moved them. */
function atFallbacks(bytes: Uint8Array, { programs }: PackageDescription): Uint8Array {
  return programs.reduce((object, { section, places: [, fallback] }) => {
    return fallback === undefined ? object : renameSection(object, section, fallback.section);
  }, bytes);
}

const describe = (directory: string): PackageDescription =>
  describePackage(openPackage(readFileSync(join(directory, 'package.json'))));

const compiled = compileInspected(scratchDirectory(t));

for (const kernel of testKernels) {
  t.test(`Linux ${kernel} reports what inspect says`, async (t) => {
    const all = await compiled;
    const { stdout, stderr } = await runInGuest(
      kernel,
      script(all.map(({ id }) => id)),
      filesOf(all, kernel),
    );
    const [symbols = '', ...reports] = stdout.split('===\n');
    const namesAt = readSymbols(symbols);
    const inlined7 = fileFunctions(kernel) === 'do' ? [] : inlinedSince7;
    t.ok(namesAt(0n).includes('__bpf_call_base'), 'the kernel tells where its functions are');
    t.equal(reports.length, all.length + 1, stderr);
    for (const [index, { id, directory }] of all.entries()) {
      const description = describe(directory);
      const report = reports[index] ?? '';
      t.test(id, async (t) => {
        if (refused.has(id)) t.match(report, `failed: ${id}`);
        else compare(t, description, readReport(report, namesAt), [...(unreached[id] ?? []), ...inlined7]);
      });
    }
  });
}
