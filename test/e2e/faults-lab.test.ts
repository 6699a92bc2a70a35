// Bad days of a whole machine, which only a machine of our own may have: no memory, another date, processors that go and
// come, a cgroup that is removed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { runCommand } from '../fixtures/commands.js';
import { runInGuest, type Finished } from '../fixtures/guest.js';
import { testKernel } from '../fixtures/kernels.js';
import { root, scratchDirectory } from '../fixtures/project.js';
import { untilNothing } from '../fixtures/until-nothing.js';

t.setTimeout(600_000);

const loss = 'test/fixtures/loss';
const kinds = 'test/fixtures/kinds';
const sources = {
  ring: `${loss}/ring`,
  perf: `${loss}/perf`,
  samples: `${kinds}/perf-event`,
  cgroup: `${kinds}/cgroup`,
} as const;

/** `bytes N` writes N bytes, one at a time, each of which is an event of the fixtures for loss. */
const helpers = `${untilNothing}
  cp /bin/busybox dd
  bytes() { ./dd if=/dev/zero of=/dev/null bs=1 count=$1 2>/dev/null; }
  held() { for kind in prog map link; do bpftool $kind show; done; ls /sys/fs/bpf/tsecli 2>/dev/null; ls /sys/kernel/tracing/instances; }
`;

/** Programs' own options, which come behind the package. */
const own = { ring: '--wanted dd', perf: '--wanted dd', samples: '', cgroup: '' } as const;

/** Runs tsecli in a lab of its own while a script is its workload; after its output come its exit code and what it left. */
async function live(name: keyof typeof sources, workload: string, options = ''): Promise<Finished> {
  const folder = scratchDirectory(t);
  await runCommand('tsecc', [join(root, `${sources[name]}.bpf.c`), '-o', folder]);
  const script = `${helpers}
    cat > workload <<'END'
${helpers}
${workload}
END
    tsecli -j ${options} --exec 'exec sh workload' package.json ${own[name]} >events
    code=$?
    cat events; echo "exit $code"
    until_nothing held`;
  return runInGuest(testKernel, script, { 'package.json': readFileSync(join(folder, 'package.json')) });
}

const eventsIn = (output: string): number => output.split('\n').filter((line) => line.startsWith('{')).length;
const after = (output: string): string => output.slice(output.indexOf('exit '));

t.test('where memory runs out, the one who took it ends, and no event is missing', async (t) => {
  // busybox' tail keeps what may be the last line: all of it.
  const { stdout, stderr } = await live(
    'ring',
    'bytes 300; tail /dev/zero; echo "tail ended with $?" >&2; bytes 300',
  );
  t.match(stderr, /^tail ended with 137$/m, 'the kernel killed it');
  t.equal(eventsIn(stdout), 600, stderr);
  t.match(stderr, /^600 events, 0 lost, /m);
  t.equal(after(stdout), 'exit 0\n', 'nothing is left');
});

t.test('a clock that jumps changes neither events nor how long a run takes', async (t) => {
  const jump = (date: string): string => `date -s '${date}' >/dev/null; bytes 100`;
  const workload = ['2001-01-01 00:00', '2038-01-19 03:14', '2026-01-01 00:00'].map(jump).join('\n');
  const { stdout, stderr } = await live('ring', workload);
  t.equal(eventsIn(stdout), 300, stderr);
  const [, seconds] = /^300 events, 0 lost, ([\d.]+) s$/m.exec(stderr) ?? [];
  t.ok(Number(seconds) < 600, `it took ${seconds} s, not years`);
  t.equal(after(stdout), 'exit 0\n', 'nothing is left');

  const waiting = await live(
    'ring',
    "date -s '2001-01-01 00:00' >/dev/null; exec sleep 600",
    '--duration 2s',
  );
  t.match(waiting.stderr, /^0 events, 0 lost, /m, '--duration ends it all the same');
  t.equal(after(waiting.stdout), 'exit 0\n');
});

const cpu1 = '/sys/devices/system/cpu/cpu1/online';

t.test('a processor that goes and comes back costs a ring buffer nothing', async (t) => {
  const workload = `bytes 200; echo 0 > ${cpu1}; bytes 200; echo 1 > ${cpu1}; taskset 2 ./dd if=/dev/zero of=/dev/null bs=1 count=200 2>/dev/null`;
  const { stdout, stderr } = await live('ring', workload);
  t.equal(eventsIn(stdout), 600, stderr);
  t.equal(after(stdout), 'exit 0\n', 'nothing is left');
});

t.test('on a processor that comes back, a perf buffer and a profiler go on', async (t) => {
  // Until what is sent there is seen, for it takes a moment to be noticed.
  const perf = await live(
    'perf',
    `echo 0 > ${cpu1}; echo 1 > ${cpu1}; exec taskset 2 ./dd if=/dev/zero of=/dev/null bs=1 2>/dev/null`,
    '--max-events 500',
  );
  t.match(perf.stderr, /^500 events, /m);
  t.match(after(perf.stdout), /^exit [08]\n$/, 'nothing is left');

  const samples = await live(
    'samples',
    `busy() { exec taskset 2 sh -c 'while :; do :; done'; }
    busy & first=$!
    on_cpu1() { grep -c '"cpu":1,' events; }
    until [ "$(on_cpu1)" -gt 5 ]; do sleep 0.1; done
    echo 0 > ${cpu1}
    sleep 1
    before=$(on_cpu1)
    echo 1 > ${cpu1}
    busy & second=$!
    for try in $(seq 120); do [ "$(on_cpu1)" -gt $((before + 20)) ] && echo "sampled again" >&2 && break; sleep 0.5; done
    kill $first $second`,
  );
  t.match(samples.stderr, /^sampled again$/m);
  t.equal(after(samples.stdout), 'exit 0\n', 'nothing is left');
});

t.test('a cgroup that is removed while programs hang there is no fault', async (t) => {
  const { stdout, stderr } = await live(
    'cgroup',
    'rmdir /sys/fs/cgroup/wanted; sleep 1',
    '--cgroup "$(mkdir -p /sys/fs/cgroup/wanted; echo /sys/fs/cgroup/wanted)"',
  );
  t.equal(after(stdout), 'exit 0\n', stderr);
});
