// The most costly of the hostile packages, each in a process of its own: how much memory it takes, and what it leaves.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import t from 'tap';
import { commands } from '../fixtures/commands.js';
import { hostileCorpus } from '../fixtures/hostile/corpus.js';
import { faultsOf, type Outcome } from '../fixtures/hostile/faults.js';
import type { HostileCase } from '../fixtures/hostile/types.js';
import { ownEnvironment, root, scratchDirectory } from '../fixtures/project.js';

/** A guard against hanging, on a machine with much else to do; on an idle one each takes a fraction of a second. */
const longestMs = 60_000;

const mostKilobytes = 200 * 1024;

/** Those that could cost much, and some that lead elsewhere. */
const costly =
  /up to the bound|larger than any|too many objects|deeply and cut|a bomb (in a large|beyond)|all hold|more files|name of 1 MiB|named .*(cron|tmp)/;

/** Places that names in the corpus lead to. */
const elsewhere = ['/etc/cron.d/x', '/etc/x.btf', '/tmp/x', '/x'];

async function give({ bytes }: HostileCase, folder: string): Promise<Outcome & { kilobytes: number }> {
  writeFileSync(join(folder, 'given'), bytes);
  const preload = join(root, 'test/fixtures/hostile/usage.cjs');
  const child = spawn(process.execPath, ['--require', preload, commands.tsecli, './given'], {
    cwd: folder,
    env: { ...ownEnvironment(), HOME: folder, TMPDIR: folder, XDG_CACHE_HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    timeout: longestMs,
    killSignal: 'SIGKILL',
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [, stdout, stderr, usage] = child.stdio;
  if (!stdout || !stderr || !usage || !('read' in usage)) throw new Error('the command has no outputs');
  const [code, out, said, used] = await Promise.all([ended, text(stdout), text(stderr), text(usage)]);
  return { code, stdout: out, stderr: said, kilobytes: Number(used) };
}

t.test('the most costly packages are refused within bounds', async (t) => {
  const corpus = hostileCorpus().filter(({ name }) => costly.test(name));
  t.ok(corpus.length >= 10, `${corpus.length} cases`);
  const before = elsewhere.filter((path) => existsSync(path));
  const folder = scratchDirectory(t);
  for (const hostile of corpus) {
    const outcome = await give(hostile, folder);
    t.strictSame(faultsOf(outcome), [], hostile.name);
    t.ok(
      outcome.kilobytes > 0 && outcome.kilobytes <= mostKilobytes,
      `${hostile.name}: ${outcome.kilobytes} KiB`,
    );
    t.strictSame(readdirSync(folder), ['given'], `${hostile.name}: no file is written`);
  }
  t.strictSame(
    elsewhere.filter((path) => existsSync(path)),
    before,
    'nothing is written elsewhere',
  );
});
