// A standalone file where nothing is installed: a kernel and busybox, no Node, no tsecli, no bpftool, no libraries.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { runOnBareMachine } from '../fixtures/bare-machine.js';
import { runCommand } from '../fixtures/commands.js';
import { testKernel } from '../fixtures/kernels.js';
import { root, scratchDirectory } from '../fixtures/project.js';

const source = join(root, 'tutorials/lessons/02-kprobe-unlink/kprobe-link.bpf.c');

// Boots a machine under emulation and unpacks a hundred megabytes there.

t.test('the seed lesson runs where Node and tsecli are absent', async (t) => {
  const directory = scratchDirectory(t);
  copyFileSync(source, join(directory, 'kprobe-link.bpf.c'));
  const made = await runCommand('tsecc', ['-s', 'kprobe-link.bpf.c'], { cwd: directory });
  t.match(made, { code: 0, stdout: /\nPacking standalone executable into kprobe-link\.\.\.\n$/ });

  const script = `
    for name in node tsecli bpftool ldd; do command -v $name; done
    echo "begin"
    ./kprobe-link -q --exec 'touch test1; rm test1' -- 2>&1; echo "first $?"
    ./kprobe-link -q --exec 'touch test2; rm test2' -j -- 2>&1; echo "second $?"
    ls -A /tmp; echo "end"`;
  const output = await runOnBareMachine(testKernel, script, {
    'kprobe-link': join(directory, 'kprobe-link'),
  });
  const lines = output.slice(output.indexOf('begin\n')).split('\n');
  t.match(lines, [
    'begin',
    /^ *rm-\d+ .*KPROBE ENTRY pid = \d+, filename = test1$/,
    /^ *rm-\d+ .*KPROBE EXIT: pid = \d+, ret = 0$/,
    'first 0',
    /^\{"comm":"rm",.*"message":"KPROBE ENTRY pid = \d+, filename = test2"\}$/,
    /^\{"comm":"rm",.*"message":"KPROBE EXIT: pid = \d+, ret = 0"\}$/,
    'second 0',
    'end',
  ]);
});
