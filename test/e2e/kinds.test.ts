// Each kind of program and each source of data, on real kernels: what is seen of known work, and what is left after it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { runCommand } from '../fixtures/commands.js';
import { runInGuest } from '../fixtures/guest.js';
import { kindRows } from '../fixtures/kinds/rows.js';
import { languages, outcomeKey, renderKinds } from '../fixtures/kinds/table.js';
import { kernels, type KindRow, type TestKernel } from '../fixtures/kinds/types.js';
import { root, scratchDirectory } from '../fixtures/project.js';

// Dozens of runs on emulated machines.
t.setTimeout(3_600_000);

const directory = join(root, 'test/fixtures/kinds');

/** Only rows whose name holds this text, for those who work on one. */
const wanted = process.env['KIND'] ?? '';

/** What came out, for the documentation. */
const outcomes = new Map<string, string | true>();

const quote = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
const words = (list: readonly string[]): string => list.map(quote).join(' ');
const command = (row: KindRow, exec: string): string =>
  `tsecli ${words([...(row.options ?? []), '--exec', exec])} package.json ${words(row.arguments ?? [])}`;

/** Prints everything of ours that a kernel could hold: nothing, unless it still does after a while. */
const holdings = `
  held() {
    for kind in prog map link; do bpftool $kind show; done
    find /sys/fs/bpf -mindepth 1 ! -name tsecli
    ls /sys/kernel/tracing/instances
    bpftool net show | sed '/^ *$/d; /^xdp:$/d; /^tc:$/d; /^flow_dissector:$/d; /^netfilter:$/d'
    bpftool cgroup tree 2>/dev/null | grep -v '^CgroupPath' | grep -v '^ID '
    true
  }
  leftovers() { for try in 1 2 3 4 5 6; do rest="$(held 2>&1; "$@")"; [ -z "$rest" ] && return; sleep 0.5; done; echo "$rest"; }
  awaited() { for try in $(seq 100); do grep -q Running "$1" && return; kill -0 "$2" 2>/dev/null || return; sleep 0.1; done; }
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

/** Kills them where they run, and starts another after them, which clears up; what is left then goes to stdout. */
const killOf = (row: KindRow, index: number): string => `
  cd "$home/${index}"
  ${command(row, 'exec sleep 60')} >/dev/null 2>messages & victim=$!
  awaited messages $victim
  kill -9 $victim; wait $victim
  ${command(row, 'true')} >/dev/null 2>&1
  leftovers more_${index}`;

async function run(t: Test, rows: readonly KindRow[], kernel: TestKernel): Promise<void> {
  const files: Record<string, Uint8Array> = {};
  await Promise.all(
    rows.map(async (row, index) => {
      const folder = scratchDirectory(t);
      await runCommand('tsecc', [join(directory, row.source), '-o', folder]);
      files[`${index}/package.json`] = readFileSync(join(folder, 'package.json'));
      for (const [name, bytes] of Object.entries(row.files ?? {})) files[`${index}/${name}`] = bytes;
    }),
  );
  const able = rows.flatMap((row, index) => (row.lacking?.[kernel] ? [] : [killOf(row, index)]));
  const script = `home=$PWD\n${holdings}\n${rows.map(runOf).join('\n')}\n${able.join('\n')}`;
  const { stdout, stderr } = await runInGuest(kernel, script, files);
  const parts = stdout.split('===\n');
  for (const [index, row] of rows.entries()) {
    const [output = '', messages = '', held = ''] = (parts[index] ?? '').split('---\n');
    const lack = row.lacking?.[kernel];
    t.test(`${row.name} on Linux ${kernel}`, async (t) => {
      const passed = [
        t.match(output, new RegExp(`^exit ${lack?.code ?? 0}$`, 'm'), messages),
        ...(lack
          ? [t.match(messages, lack.says)]
          : row.expect.map((pattern) => t.match(output, pattern, messages))),
        t.equal(held, '', 'nothing is left behind'),
      ];
      if (passed.every(Boolean)) outcomes.set(outcomeKey(row, kernel), lack?.reason ?? true);
    });
  }
  t.equal(parts.at(-1), '', `what was killed leaves nothing once another has started: ${stderr}`);
}

for (const of of ['program', 'source'] as const) {
  const rows = kindRows.filter((row) => row.of === of && row.name.includes(wanted));
  for (const kernel of rows.length > 0 ? kernels : []) {
    t.test(`${of}s on Linux ${kernel}`, { timeout: 1_800_000 }, (t) => run(t, rows, kernel));
  }
}

const pages = { en: 'docs/tsecli-kinds.md', zh: 'docs/tsecli-kinds.zh.md' } as const;

// UPDATE_KINDS=1 writes the pages from what came out.
t.test(
  'the documentation says what came out',
  { skip: wanted !== '' && 'not all rows were run' },
  async (t) => {
    for (const language of languages) {
      const path = join(root, pages[language]);
      const page = renderKinds(kindRows, outcomes, language);
      if (process.env['UPDATE_KINDS'] === '1') writeFileSync(path, page);
      t.equal(readFileSync(path, 'utf8'), page, `${pages[language]}: UPDATE_KINDS=1 writes it anew`);
    }
  },
);
