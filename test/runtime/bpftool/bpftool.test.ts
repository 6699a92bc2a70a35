import { chmodSync, closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { bpftoolAt, BpftoolError } from '../../../runtime/bpftool/bpftool.js';

/** A script in the place of bpftool. */
function fakeTool(t: Test, script: string): string {
  const path = join(t.testdir({ bpftool: `#!/bin/sh\n${script}\n` }), 'bpftool');
  chmodSync(path, 0o755);
  return path;
}

/** Whether a process runs: one that has ended may wait for its parent to notice. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

t.test('arguments go as they are, and standard output comes back', async (t) => {
  const bpftool = bpftoolAt(fakeTool(t, 'printf "%s|" "$@"'));
  t.equal(await bpftool(['prog', "a b; $(touch x)'"]), "prog|a b; $(touch x)'|");
});

t.test('a failure holds arguments, exit code and what was said', async (t) => {
  const bpftool = bpftoolAt(fakeTool(t, 'echo "libbpf: no" >&2; exit 255'));
  await t.rejects(bpftool(['prog', 'loadall']), {
    name: 'BpftoolError',
    argv: ['prog', 'loadall'],
    exitCode: 255,
    stderr: 'libbpf: no\n',
  });
});

t.test('one that a signal ended is broken, and the signal is named', async (t) => {
  await t.rejects(bpftoolAt(fakeTool(t, 'kill -SEGV $$'))([]), {
    code: 'tool-missing',
    message: 'use bpftool: SIGSEGV ended it',
    cause: new BpftoolError([], 139, ''),
  });
});

t.test('one that hangs is ended, with all that it started', async (t) => {
  const script = 'sleep 1000 & echo $! > "$1"; wait';
  const note = join(t.testdir({}), 'pid');
  const bpftool = bpftoolAt(fakeTool(t, script), { milliseconds: 500, bytes: 100 });
  await t.rejects(bpftool([note]), {
    code: 'tool-missing',
    message: 'use bpftool: it did not end within 0.5 s',
    cure: 'try another version of bpftool',
  });
  // What it started holds its outputs open: this was reached since that has ended as well, or is about to.
  const pid = Number(readFileSync(note, 'utf8'));
  while (isAlive(pid)) await sleep(10);
});

t.test('one that prints without end is ended, whichever output it floods', async (t) => {
  const limits = { milliseconds: 60_000, bytes: 1_000_000 };
  for (const script of ['exec yes', 'exec yes >&2']) {
    await t.rejects(bpftoolAt(fakeTool(t, script), limits)([]), {
      code: 'tool-missing',
      message: 'use bpftool: it does not stop printing',
      log: String,
    });
  }
});

t.test('descriptors are inherited from 3 on', async (t) => {
  const path = fakeTool(t, 'cat <&3');
  const fd = openSync(path, 'r');
  t.match(await bpftoolAt(path)([], { inherit: [fd] }), /cat <&3/);
  closeSync(fd);
});

t.test('aborting kills it and waits for its end', async (t) => {
  const stop = new AbortController();
  const running = bpftoolAt(fakeTool(t, 'exec sleep 10000'))([], { signal: stop.signal });
  setTimeout(() => stop.abort(), 50);
  // Had it not been killed, this would wait for longer than a test may take.
  await t.rejects(running, { name: 'AbortError' });
  await t.rejects(bpftoolAt('/bin/true')([], { signal: stop.signal }), { name: 'AbortError' });
});

t.test('one that cannot be started is a missing tool', async (t) => {
  await t.rejects(bpftoolAt('/nonexistent/bpftool')([]), {
    code: 'tool-missing',
    message: /\/nonexistent\/bpftool/,
  });
});
