import { chmodSync, closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { bpftoolAt, BpftoolError } from '../../../runtime/bpftool/bpftool.js';

/** A script in the place of bpftool. */
function fakeTool(t: Test, script: string): string {
  const path = join(t.testdir({ bpftool: `#!/bin/sh\n${script}\n` }), 'bpftool');
  chmodSync(path, 0o755);
  return path;
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

t.test('one that a signal ended counts as shells count', async (t) => {
  await t.rejects(bpftoolAt(fakeTool(t, 'kill -TERM $$'))([]), new BpftoolError([], 143, ''));
});

t.test('descriptors are inherited from 3 on', async (t) => {
  const path = fakeTool(t, 'cat <&3');
  const fd = openSync(path, 'r');
  t.match(await bpftoolAt(path)([], { inherit: [fd] }), /cat <&3/);
  closeSync(fd);
});

t.test('aborting kills it and waits for its end', async (t) => {
  const stop = new AbortController();
  const running = bpftoolAt(fakeTool(t, 'exec sleep 30'))([], { signal: stop.signal });
  setTimeout(() => stop.abort(), 50);
  const started = performance.now();
  await t.rejects(running, { name: 'AbortError' });
  t.ok(performance.now() - started < 5000);
  await t.rejects(bpftoolAt('/bin/true')([], { signal: stop.signal }), { name: 'AbortError' });
});

t.test('one that cannot be started is a missing tool', async (t) => {
  await t.rejects(bpftoolAt('/nonexistent/bpftool')([]), {
    code: 'tool-missing',
    message: /\/nonexistent\/bpftool/,
  });
});
