import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { findTools } from '../../../runtime/doctor/tools.js';
import { wellKernel } from '../../fixtures/kernel/doctor-context.js';
import { scratchDirectory } from '../../fixtures/project.js';

/** What is found where bpftool is this script of a shell, or missing. */
async function found(script?: string) {
  const directory = scratchDirectory(t);
  const path = join(directory, 'bpftool');
  const kernel = wellKernel();
  if (script !== undefined) {
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    kernel.executables.add(path);
  }
  const { checks, ...rest } = await findTools(kernel, { PATH: directory });
  return {
    ...rest,
    check: checks.find(({ id }) => id === 'bpftool'),
    calls: checks.find(({ id }) => id === 'calls'),
  };
}

t.test('bpftool is asked for its version', async (t) => {
  const { bpftool, check, calls, withoutCalls } = await found(`echo '{"version":"7.4.0"}'`);
  t.equal(bpftool, '7.4.0');
  t.match(check, { state: 'ok', detail: /^7\.4\.0, \/.*bpftool$/ });
  t.match(calls, { state: 'ok' });
  t.equal(withoutCalls, undefined);
});

t.test('one that is missing, old or broken is told with its cure', async (t) => {
  for (const script of [undefined, `echo '{"version":"5.10.0"}'`, 'echo no such tools >&2; exit 2']) {
    const { bpftool, check } = await found(script);
    t.equal(bpftool, undefined);
    t.equal(check?.state, 'missing');
    t.match(String(check?.cure), 'install bpftool 7.0 or later');
  }
});
