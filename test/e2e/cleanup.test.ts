// What the kernel holds after us, and what others see while we run: looked at from inside the lab.
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import t from 'tap';
import { runCommand } from '../fixtures/commands.js';
import { runInGuest } from '../fixtures/guest.js';
import { testKernel, testKernels } from '../fixtures/kernels.js';
import { root, scratchDirectory } from '../fixtures/project.js';
import { untilNothing } from '../fixtures/until-nothing.js';

const source = join(root, 'tutorials/lessons/02-kprobe-unlink/kprobe-link.bpf.c');

/** Prints everything of ours that a kernel could hold: nothing, unless it still does after a while. */
const holdings = `${untilNothing}
  held() {
    for kind in prog map link; do bpftool $kind show; done
    ls /sys/fs/bpf/tsecli 2>/dev/null
    ls /sys/kernel/tracing/instances
  }
`;
const left = 'echo "left:"; until_nothing held';
const nothing = 'left:\n';

async function seedPackage(folder: string): Promise<Record<string, Uint8Array>> {
  await runCommand('tsecc', [source, '-o', folder]);
  return { 'package.json': readFileSync(join(folder, 'package.json')) };
}

for (const kernel of testKernels) {
  t.test(`the lesson leaves nothing in Linux ${kernel}`, async (t) => {
    const files = await seedPackage(scratchDirectory(t));
    const { stdout } = await runInGuest(
      kernel,
      `tsecli -q --exec 'touch a; rm a' package.json >&2\n${holdings}\n${left}`,
      files,
    );
    t.equal(stdout, nothing);
  });
}

t.test('killed at twenty random moments, one more start leaves nothing', async (t) => {
  const files = await seedPackage(scratchDirectory(t));
  const parts = Array.from({ length: 18 }, () => (Math.random() * 1.1).toFixed(3));
  t.comment(`killed after these parts of the time until it is attached: ${parts.join(', ')}`);
  const script = `${holdings}
    now() { cut -d' ' -f1 /proc/uptime; }
    reckon() { awk "BEGIN { print $1 }"; }
    attached() {
      tsecli package.json >/dev/null 2>messages & victim=$!
      until grep -q Running messages; do kill -0 $victim || break; sleep 0.05; done
    }
    killed() { kill -9 $victim; wait $victim; } 2>/dev/null
    begun=$(now); attached; span=$(reckon "$(now) - $begun"); killed
    for part in ${parts.join(' ')}; do
      tsecli -q package.json >/dev/null 2>&1 & victim=$!
      sleep $(reckon "$part * $span")
      killed
    done
    attached; killed
    echo "held $(held | grep -c .)"
    tsecli -q --exec 'touch a; rm a' package.json
    echo "last $?"
    ${left}`;
  const { stdout } = await runInGuest(testKernel, script, files);
  t.match(stdout, /^held [1-9]/, 'a killed one leaves what it had');
  t.match(stdout, /filename = a\n.*ret = 0\nlast 0\n/);
  t.equal(stdout.slice(stdout.indexOf('left:')), nothing);
});

t.test('a second reader of the global trace pipe loses nothing while tsecli runs', async (t) => {
  const files = await seedPackage(scratchDirectory(t));
  const script = `
    cat /sys/kernel/tracing/trace_pipe > global & reader=$!
    tsecli -q --exec 'for i in $(seq 100); do touch f$i; rm f$i; done; true' package.json > ours
    for try in $(seq 120); do [ $(grep -c KPROBE global) -ge 200 ] && break; sleep 0.5; done
    kill $reader
    for file in ours global; do echo "$file $(grep -c 'KPROBE ENTRY' $file) $(grep -c 'KPROBE EXIT' $file)"; done`;
  const { stdout } = await runInGuest(testKernel, script, files);
  t.equal(stdout, 'ours 100 100\nglobal 100 100\n');
});

t.test('an output that nobody reads any more ends tsecli quietly', async (t) => {
  const files = await seedPackage(scratchDirectory(t));
  const script = `
    while [ ! -e ended ]; do touch f; rm f; sleep 0.2; done & workload=$!
    tsecli -q package.json | head -n 1
    touch ended
    wait $workload
    ${holdings}
    ${left}`;
  const { stdout, stderr } = await runInGuest(testKernel, script, files);
  t.match(stdout, /^.*KPROBE ENTRY.*\n/);
  t.equal(stdout.split('\n').slice(1).join('\n'), nothing);
  t.equal(stderr, '');
});
