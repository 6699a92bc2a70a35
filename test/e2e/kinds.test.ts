// Each kind of program and each source of data, on real kernels: what is seen of known work, and what is left after it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { runCommand } from '../fixtures/commands.js';
import { haltsGuest, runInGuest } from '../fixtures/guest.js';
import { kindRows } from '../fixtures/kinds/rows.js';
import { testKernels } from '../fixtures/kernels.js';
import { isHanging, lackOf } from '../fixtures/kinds/needs.js';
import { languages, renderKinds } from '../fixtures/kinds/table.js';
import type { KindRow } from '../fixtures/kinds/types.js';
import { bpftoolVersion } from '../fixtures/bpftool-version.js';
import { root, scratchDirectory } from '../fixtures/project.js';

const directory = join(root, 'test/fixtures/kinds');

/** Only rows whose name holds this text, for those who work on one. */
const wanted = process.env['KIND'] ?? '';

/** The lab takes the host's. */
const bpftool = bpftoolVersion();

const quote = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
const words = (list: readonly string[]): string => list.map(quote).join(' ');
const command = (row: KindRow, exec: string): string =>
  `tsecli ${words([...(row.options ?? []), '--exec', exec])} package.json ${words(row.arguments ?? [])}`;

/** Prints everything of ours that a kernel could hold: nothing, unless it still does after a while. */
const holdings = `
  held() {
    printf '%s show\\n' prog map link net | bpftool batch file - | sed '/^processed 4 commands$/d; /^ *$/d; /^xdp:$/d; /^tc:$/d; /^flow_dissector:$/d; /^netfilter:$/d'
    find /sys/fs/bpf -mindepth 1 ! -name tsecli
    ls /sys/kernel/tracing/instances
    bpftool cgroup tree 2>/dev/null | grep -v '^CgroupPath' | grep -v '^ID '
    true
  }
  leftovers() { for try in $(seq 120); do rest="$(held 2>&1; "$@")"; [ -z "$rest" ] && return; sleep 0.5; done; echo "$rest"; }
  awaited() { while read -r line; do case $line in *Running*) return;; esac; done; }
`;

/** Runs one row to its end; between the lines `---` stand its output, its messages, and what it left. */
const runOf = (row: KindRow, index: number): string => `
  cd "$home/${index}"
  ${row.prepare ?? 'true'}
  ${command(row, row.workload)} 2>messages
  echo "exit $?"
  echo ---; cat messages
  echo ---; more_${index}() { ${row.leftovers ?? 'true'}; }; leftovers more_${index}
  echo ===`;

/** Kills one where it runs. */
const killOf = (row: KindRow, index: number): string => `
  cd "$home/${index}"
  mkfifo said
  ${command(row, 'exec sleep 60')} >/dev/null 2>said & victim=$!
  awaited <said
  kill -9 $victim; wait $victim`;

/** Runs all, then kills all that can run, and starts the last one again, which clears up after them. */
function scriptOf(rows: readonly KindRow[], kernel: string): string {
  const able = [...rows.entries()].filter(([, row]) => !lackOf(row, { kernel, bpftool }));
  const last = able.at(-1);
  const more = able.map(([index]) => `more_${index}`).join('; ');
  return [
    `home=$PWD\n${holdings}`,
    ...rows.map(runOf),
    ...able.map(([index, row]) => killOf(row, index)),
    ...(last
      ? [`${command(last[1], 'true')} >/dev/null 2>&1\nmore_all() { ${more}; }; leftovers more_all`]
      : []),
  ].join('\n');
}

/** Some rows on one kernel, in a machine of their own; what it printed. */
interface Machine {
  readonly rows: readonly KindRow[];
  readonly kernel: string;
  readonly printed: Promise<string>;
}

/** Rows that share a machine: starting one takes a second, and in one that does too much nobody finds a thing. */
const rowsPerMachine = 8;

const queue: (() => Promise<void>)[] = [];
const machines = testKernels.flatMap((kernel) =>
  chunks(kindRows.filter((row) => row.name.includes(wanted) && !isHanging(row, kernel))).map(
    (rows): Machine => {
      const printed = new Promise<string>((resolve, reject) =>
        queue.push(() => runMachine(rows, kernel).then(resolve, reject)),
      );
      // It is awaited in its own test, later.
      printed.catch(() => undefined);
      return { rows, kernel, printed };
    },
  ),
);

function chunks(rows: readonly KindRow[]): readonly (readonly KindRow[])[] {
  const count = Math.ceil(rows.length / rowsPerMachine);
  return Array.from({ length: count }, (_, index) => rows.filter((_row, at) => at % count === index));
}

/** Two at a time: emulation takes a processor each. */
async function work(): Promise<void> {
  for (let next = queue.shift(); next; next = queue.shift()) await next();
}
void work();
void work();

async function runMachine(rows: readonly KindRow[], kernel: string): Promise<string> {
  return (await runInGuest(kernel, scriptOf(rows, kernel), await filesOf(rows))).stdout;
}

/** Packages of rows, and what belongs to them, in a directory for each. */
async function filesOf(rows: readonly KindRow[]): Promise<Readonly<Record<string, Uint8Array>>> {
  const files: Record<string, Uint8Array> = {};
  for (const [index, row] of rows.entries()) {
    const folder = scratchDirectory(t);
    await runCommand('tsecc', [join(directory, row.source), '-o', folder]);
    files[`${index}/package.json`] = readFileSync(join(folder, 'package.json'));
    for (const [name, bytes] of Object.entries(row.files ?? {})) files[`${index}/${name}`] = bytes;
  }
  return files;
}

t.setTimeout(1_500_000);

/** How often a row may end that hangs most times. */
const most = 4;

for (const kernel of testKernels) {
  for (const row of kindRows.filter((each) => each.name.includes(wanted) && isHanging(each, kernel)))
    t.test(`on Linux ${kernel}: ${row.name}: ${row.hangs?.why}`, async (t) => {
      const script = `home=$PWD\n${holdings}\n${runOf(row, 0)}`;
      const files = await filesOf([row]);
      let halted = false;
      for (let run = 0; run < most && !halted; run++) halted = await haltsGuest(kernel, script, files);
      t.ok(halted, `it does not end in one of ${most} runs`);
    });
}

for (const { rows, kernel, printed } of machines) {
  const names = rows.map(({ name }) => name).join(', ');
  t.test(`on Linux ${kernel}: ${names}`, async (t) => {
    const parts = (await printed).split('===\n');
    for (const [index, row] of rows.entries()) {
      const [output = '', messages = '', held = ''] = (parts[index] ?? '').split('---\n');
      const lack = lackOf(row, { kernel, bpftool });
      t.test(row.name, async (t) => {
        t.match(output, new RegExp(`^exit ${lack?.code ?? 0}$`, 'm'), messages);
        if (lack) t.match(messages, lack.says);
        else for (const pattern of row.expect) t.match(output, pattern, messages);
        t.equal(held, '', 'nothing is left behind');
      });
    }
    t.equal(parts.length - 1, rows.length, 'every row was run');
    t.equal(parts.at(-1), '', 'what was killed leaves nothing once another has started');
  });
}

const pages = { en: 'docs/tsecli-kinds.md', zh: 'docs/tsecli-kinds.zh.md' } as const;

// UPDATE_KINDS=1 writes the pages from the rows, each of which was tried on the kernels above.
t.test('the documentation says what the rows say', async (t) => {
  for (const language of languages) {
    const path = join(root, pages[language]);
    const page = renderKinds(kindRows, language);
    if (process.env['UPDATE_KINDS'] === '1') writeFileSync(path, page);
    t.equal(readFileSync(path, 'utf8'), page, `${pages[language]}: UPDATE_KINDS=1 writes it anew`);
  }
});
