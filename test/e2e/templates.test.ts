// Each template of `tsecc init`, on real kernels: what its README.md says is to be seen is seen.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { readTemplates, type Template } from '../../compiler/init/template.js';
import { runCommand } from '../fixtures/commands.js';
import { runInGuest } from '../fixtures/guest.js';
import { testKernels } from '../fixtures/kernels.js';
import { root, scratchDirectory } from '../fixtures/project.js';

/** Only templates whose name holds this text, for those who work on one. */
const wanted = process.env['TEMPLATE'] ?? '';

/** What stdout must match for each template, beside the header of the columns that its README.md shows. */
const expected: Readonly<Record<string, readonly RegExp[]>> = {
  kprobe: [/ rm-\d+ .*: (\d+) deletes test1\n.* rm-\d+ .*: \1 is told 0\n/],
  fentry: [/ \d+ dd +[\d.]+ .?s +0 +test1\n/],
  tracepoint: [/ sh +SIGTERM +(\d+) \w+\n[^]* \1 \w+ +SIGCHLD /],
  uprobe: [/ \d+ node +-?\d+ +[\d.]+ .?s \S+\n/],
  usdt: [/ usdt-target +1 apples\n.* usdt-target +2 pears\n.* usdt-target +3 plums\n/],
  'perf-event': [/ yes +[1-9]\d*\n/],
  // The shell becomes the last of its commands.
  ringbuf: [/ (\d+) +(\d+) +0 sh +\/bin\/sh\n.* \d+ +\1 +0 ls +\/bin\/ls\n.* \1 +\2 +0 true +\/bin\/true\n/],
  histogram: [/comm = cat\n +us +: count +distribution\n[^]* +\d+ -> \d+ +: \d+ +\|\*+ *\|\n/],
  cgroup: [/ nc +127\.0\.0\.1 +80 false\n/],
  iter: [/^ +1 +0 +1 init$/m, /^ +2 +0 +1 kthreadd$/m],
  lsm: [/ 0 rm +keep-me\n/],
  tc: [/ 127\.0\.0\.1 +\d+ 127\.0\.0\.1 +80 false\n/],
  xdp: [/ 127\.0\.0\.1 +6 +588 +0\n/],
};

/** Arguments of the program, and what is different then. */
const withArgument: Readonly<Record<string, readonly [string, RegExp]>> = {
  kprobe: ['--pid 1', /^exit 0/],
  usdt: ['--least 3', /^.*\n.* usdt-target +3 plums\nexit 0/],
  cgroup: ['--refuse 80', / nc +127\.0\.0\.1 +80 true\n/],
  iter: ['--children 2', /^ +PID +PARENT +THREADS COMMAND\n( +\d+ +2 +1 .*\n)+exit 0/],
  lsm: ['--keep other', /^exit 0/],
  tc: ['--refuse 80', / 127\.0\.0\.1 +80 true\n/],
  xdp: ['--drop 1', / 127\.0\.0\.1 +([1-9]\d*) +\d+ +\1\n/],
};

const quote = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

/** Runs a package in its directory; its messages, among them what the workload prints, go elsewhere. */
const scriptOf = ({ id, options }: Template, workload: string, argument = ''): string => `
  cd "$home/${id}"
  tsecli ${options} --exec ${quote(workload)} package.json ${argument} 2>messages
  echo "exit $?"
  echo ---; cat messages
  echo ===`;

interface Run {
  readonly name: string;
  readonly script: string;
  readonly expect: readonly RegExp[];
}

/** What README.md shows, and the same with an argument of the program. */
function runsOf(template: Template): readonly Run[] {
  const { id, output } = template;
  const workload = template.workload.replaceAll('{{name}}', id);
  const header = output.filter((line) => /^(?:TIME| +PID) /.test(line)).map(squeezed);
  const [argument, changed] = withArgument[id] ?? [];
  // What is dropped or refused is told the workload, too.
  const argued = changed && {
    name: `${id} ${argument}`,
    script: scriptOf(template, `${workload} || true`, argument),
    expect: [changed],
  };
  const shown = [...header, ...(expected[id] ?? [/^no expectation$/])];
  return [{ name: id, script: scriptOf(template, workload), expect: shown }, ...(argued ? [argued] : [])];
}

/** A line however wide its columns are. */
const squeezed = (line: string): RegExp =>
  new RegExp(`^ *${line.trim().replaceAll('.', '\\.').replaceAll(/ +/g, ' +')}$`, 'm');

/** The directories of the templates, as they were made and compiled for this test. */
async function compileAll(templates: readonly Template[]): Promise<Readonly<Record<string, Uint8Array>>> {
  const files: Record<string, Uint8Array> = {
    'usdt/usdt-target': readFileSync(join(root, 'test/fixtures/init/usdt-target')),
  };
  const folder = scratchDirectory(t);
  for (const { id } of templates) {
    for (const args of [
      ['init', id, id],
      [join(id, `${id}.bpf.c`), '-o', id],
    ]) {
      const { code, stderr } = await runCommand('tsecc', args, { cwd: folder });
      if (code !== 0) throw new Error(`tsecc ${args.join(' ')}: ${stderr}`);
    }
    files[`${id}/package.json`] = readFileSync(join(folder, id, 'package.json'));
  }
  return files;
}

t.setTimeout(1_500_000);

const templates = readTemplates().filter(({ id }) => id.includes(wanted));
const runs = templates.flatMap(runsOf);
const compiled = compileAll(templates);
const script = `home=$PWD\nchmod +x */*-target\n${runs.map((run) => run.script).join('\n')}`;
// Both at a time: emulation takes a processor each.
const machines = testKernels.map((kernel) => ({
  kernel,
  finished: compiled.then((files) => runInGuest(kernel, script, files)),
}));

for (const { kernel, finished } of machines) {
  // It is awaited in its own test, later.
  finished.catch(() => undefined);
  t.test(`templates on Linux ${kernel}`, async (t) => {
    const { stdout, stderr } = await finished;
    const parts = stdout.split('===\n');
    t.equal(parts.length, runs.length + 1, stderr);
    for (const [index, { name, expect }] of runs.entries()) {
      const [output = '', messages = ''] = (parts[index] ?? '').split('---\n');
      t.match(output, /^exit 0$/m, `${name}: ${messages}`);
      for (const pattern of expect) t.match(output, pattern, `${name}: ${messages}`);
    }
  });
}
