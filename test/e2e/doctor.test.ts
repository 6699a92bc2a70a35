// What tsecli doctor claims, held against trying it: on this host, as an ordinary user, and on the lab's kernels.
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { runCommand, runProgram } from '../fixtures/commands.js';
import { runInGuest } from '../fixtures/guest.js';
import { bpftoolVersion } from '../fixtures/bpftool-version.js';
import { hostCannotTrace } from '../fixtures/kernel/native.js';
import { fileFunctions, testKernels } from '../fixtures/kernels.js';
import { lackOf } from '../fixtures/kinds/needs.js';
import { kindRows } from '../fixtures/kinds/rows.js';
import { tracingRows } from '../fixtures/kinds/tracing.js';
import type { KindRow } from '../fixtures/kinds/types.js';
import { asNobody, installForEveryone, root, scratchDirectory } from '../fixtures/project.js';
import { untilNothing } from '../fixtures/until-nothing.js';

/** The lab takes the host's. */
const bpftool = bpftoolVersion();

interface Claim {
  readonly id: string;
  readonly state: string;
  readonly detail: string | null;
  readonly cure: string | null;
}

/** Claims by id, of what `tsecli doctor --json` printed. */
function claimsOf(text: string): ReadonlyMap<string, Claim> {
  const { checks } = JSON.parse(text) as { readonly checks: readonly Claim[] };
  return new Map(checks.map((check) => [check.id, check]));
}

/** The kind of a row, by the name that the documentation gives it. */
function kindOf({ name }: KindRow): string {
  const word = name.split(/[ ,/+]/)[0] ?? name;
  return { action: 'tc', 'xdp.frags': 'xdp' }[word] ?? word;
}

const runs = (claim: Claim | undefined): boolean => claim?.state === 'ok' || claim?.state === 'limited';

/** What bpftool finds by trying on its own account. */
interface Probe {
  readonly helpers: Readonly<Record<string, readonly string[]>>;
}

/** What each helper is tried in, of both. */
const probedIn: Readonly<Record<string, string>> = {
  bpf_skb_store_bytes: 'sched_cls',
  bpf_redirect: 'sched_cls',
  bpf_fib_lookup: 'sched_cls',
  bpf_sk_assign: 'sched_cls',
  bpf_redirect_map: 'xdp',
  bpf_xdp_adjust_head: 'xdp',
  bpf_xdp_load_bytes: 'xdp',
};

/**
 * Compares with `bpftool feature probe kernel full`. libbpf 1.1 takes the refusals of Linux 6.11 and newer, in other
 * words, for none: there, what it finds missing is all that it tells.
 */
function compareHelpers(t: Test, claims: ReadonlyMap<string, Claim>, { helpers }: Probe): void {
  const [, major = 0, minor = 0] =
    /^(\d+)\.(\d+)/.exec(claims.get('kernel')?.detail ?? '')?.map(Number) ?? [];
  const newer = major > 6 || (major === 6 && minor > 10);
  for (const [id, claim] of claims) {
    if (!id.startsWith('helper:')) continue;
    const name = id.slice('helper:'.length);
    const found = helpers[`${probedIn[name] ?? 'kprobe'}_available_helpers`] ?? [];
    // Its table ends before this one.
    if (!Object.values(helpers).flat().includes(name)) continue;
    if (newer && claim.state !== 'ok') t.match(claim.detail, /does not give it to programs/, name);
    else t.equal(claim.state === 'ok', found.includes(name), name);
  }
}

for (const kernel of testKernels) {
  t.test(`claims of Linux ${kernel}`, async (t) => {
    const script = `tsecli doctor --json >claims; echo $? >code
      tsecli doctor --json package.json >package; tsecli --exec true package.json >/dev/null 2>&1; echo $? >ran
      cat code; echo ===; cat claims; echo ===; bpftool feature probe kernel full -j; echo ===
      cat /proc/self/mounts; echo ===; bpftool version -j; echo ===; ls /sys/kernel/btf/vmlinux; echo ===
      cat package; echo ===; cat ran; echo ===; ${untilNothing}
      held() { bpftool prog show; bpftool link show; }; until_nothing held`;
    const folder = scratchDirectory(t);
    await runCommand('tsecc', [join(root, 'test/fixtures/kinds/kprobe.bpf.c'), '-o', folder]);
    const { stdout, stderr } = await runInGuest(kernel, script, {
      'package.json': readFileSync(join(folder, 'package.json')),
    });
    const [
      code = '',
      claims = '',
      probe = '{}',
      mounts = '',
      tool = '{}',
      btf = '',
      own = '',
      ran = '',
      held = '',
    ] = stdout.split('===\n');
    t.equal(code.trim(), '0', stderr);
    const found = claimsOf(claims);
    // kinds.test.ts runs each of these rows on this very kernel.
    for (const row of kindRows.filter(({ of }) => of === 'program')) {
      const claim = found.get(`kind:${kindOf(row)}`);
      const lack = lackOf(row, { kernel, bpftool });
      t.equal(runs(claim), lack === undefined || lack.part === true, `${row.name}: ${claim?.detail}`);
    }
    compareHelpers(t, found, JSON.parse(probe) as Probe);
    for (const type of ['bpf', 'tracefs', 'cgroup2']) {
      t.equal(found.get(`mount:${type}`)?.state, 'ok');
      t.match(mounts, new RegExp(`^\\S+ ${found.get(`mount:${type}`)?.detail} ${type} `, 'm'));
    }
    const { version } = JSON.parse(tool) as { readonly version: string };
    t.ok(found.get('bpftool')?.detail?.startsWith(`${version}, `));
    t.equal(found.get('btf')?.detail, btf.trim());
    t.equal(found.get('load')?.state, 'ok');
    // Where the function has another name, its fallback is told.
    const state = fileFunctions(kernel) === 'do' ? 'ok' : 'limited';
    const programs = [...claimsOf(own).values()].filter(({ id }) => id.startsWith('program:'));
    t.not(programs.length, 0);
    for (const claim of programs) t.match(claim, { state }, own);
    t.equal(ran.trim(), '0', 'and it runs');
    t.equal(held, '', 'nothing that was tried is left');
  });
}

const skip = hostCannotTrace();

t.test('claims of this host, by root', { skip }, async (t) => {
  const { stdout } = await runCommand('tsecli', ['doctor', '--json']);
  const found = claimsOf(stdout);
  const probe = await runProgram('bpftool', ['feature', 'probe', 'kernel', 'full', '-j']);
  compareHelpers(t, found, JSON.parse(probe.stdout) as Probe);
  for (const row of tracingRows.filter(({ prepare, files }) => !prepare && !files)) {
    const folder = scratchDirectory(t);
    await runCommand('tsecc', [join(root, 'test/fixtures/kinds', row.source), '-o', folder]);
    const args = [...(row.options ?? []), '--exec', 'true', 'package.json'];
    const { code, stderr } = await runCommand('tsecli', args, { cwd: folder });
    const claim = found.get(`kind:${kindOf(row)}`);
    t.equal(runs(claim), code === 0, `${row.name}: ${claim?.detail}; ${stderr}`);
  }
});

t.test('claims of this host, by an ordinary user', { skip }, async (t) => {
  const product = installForEveryone(t);
  const folder = scratchDirectory(t);
  chmodSync(folder, 0o755);
  await runCommand('tsecc', [join(root, 'test/fixtures/kinds/tracepoint.bpf.c'), '-o', folder]);
  chmodSync(join(folder, 'package.json'), 0o644);
  const tsecli = join(product, 'dist/bin/tsecli.js');
  const run = (...args: readonly string[]) => {
    const [command, words] = asNobody('env', 'XDG_CACHE_HOME=/nowhere', process.execPath, tsecli, ...args);
    return runProgram(command, words, { cwd: folder });
  };
  const { stdout } = await run('doctor', '--json');
  const found = claimsOf(stdout);
  t.match(found.get('load'), { state: 'missing', detail: /lacks CAP_BPF, CAP_PERFMON/, cure: /sudo.*--lab/ });
  for (const name of ['CAP_BPF', 'CAP_PERFMON', 'CAP_NET_ADMIN', 'CAP_SYS_ADMIN']) {
    t.equal(found.get(`capability:${name}`)?.state, 'missing', name);
  }
  t.equal(found.get('kind:tracepoint')?.state, 'missing');
  const own = claimsOf((await run('doctor', '--json', 'package.json')).stdout);
  t.match(
    [...own.values()].find(({ id }) => id.startsWith('program:')),
    { state: 'missing', detail: /CAP_BPF/ },
  );
  const refused = await run('package.json');
  t.equal(refused.code, 3, refused.stderr);
});
