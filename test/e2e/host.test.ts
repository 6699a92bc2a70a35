// The kinds that this very host allows, by root and without a lab: the same packages, work and expectations.
import { writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { commands, runCommand, runProgram } from '../fixtures/commands.js';
import { bpftoolVersion } from '../fixtures/bpftool-version.js';
import { hostCannotTrace } from '../fixtures/kernel/native.js';
import { lackOf } from '../fixtures/kinds/needs.js';
import { sourceRows } from '../fixtures/kinds/sources.js';
import { tracingRows } from '../fixtures/kinds/tracing.js';
import { root, scratchDirectory } from '../fixtures/project.js';

const skip = hostCannotTrace();

/** Their work makes the system calls of the guest's busybox: other programs use unlinkat in place of unlink. */
const ofBusybox: ReadonlySet<string> = new Set(['tracepoint', 'ksyscall', 'kretsyscall']);

/** Those that need nothing which only the lab's guest has. */
const rows = [...tracingRows, ...sourceRows].filter(
  (row) =>
    !row.prepare &&
    !lackOf(row, { kernel: release(), bpftool: bpftoolVersion() }) &&
    !ofBusybox.has(row.name),
);

/** What tsecli says of a kernel that lacks something, or of rights that even root has not here. */
const cannot: ReadonlySet<number | null> = new Set([3, 4]);

for (const row of rows) {
  t.test(row.name, { skip }, async (t) => {
    const folder = scratchDirectory(t);
    await runCommand('tsecc', [join(root, 'test/fixtures/kinds', row.source), '-o', folder]);
    for (const [name, bytes] of Object.entries(row.files ?? {}))
      writeFileSync(join(folder, name), bytes, { mode: 0o755 });
    const args = [...(row.options ?? []), '--exec', row.workload, 'package.json', ...(row.arguments ?? [])];
    const run = await runProgram(process.execPath, [commands.tsecli, ...args], { cwd: folder });
    if (cannot.has(run.code)) {
      t.match(run.stderr, /^tsecli: .*(kernel|not permitted|lacks)/m);
      t.comment(`this host cannot: ${run.stderr}`);
      return;
    }
    t.equal(run.code, 0, run.stderr);
    for (const pattern of row.expect) t.match(`${run.stdout}exit 0\n`, pattern, run.stderr);
  });
}
