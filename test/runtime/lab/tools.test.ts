import { chmodSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { findHelper, findTool, needs } from '../../../runtime/lab/tools.js';

t.test('the first program of that name in PATH is found', async (t) => {
  const directory = t.testdir({ bin: { [needs.qemu.names[0] ?? '']: '#!/bin/sh\n' } });
  const path = join(directory, 'bin', needs.qemu.names[0] ?? '');
  chmodSync(path, 0o755);
  t.equal(findTool('qemu', { PATH: join(directory, 'bin') }), realpathSync(path));
});

t.test('a bpftool that is a script is passed over: it would look for the host kernel', async (t) => {
  const directory = t.testdir({ bpftool: '#!/bin/sh\n' });
  chmodSync(join(directory, 'bpftool'), 0o755);
  t.not(findTool('bpftool', { PATH: directory }), join(directory, 'bpftool'));
});

t.test('a busybox that needs libraries is passed over', async (t) => {
  const directory = t.testdir({ busybox: t.fixture('symlink', '/bin/ls') });
  t.not(findTool('busybox', { PATH: directory }), realpathSync('/bin/ls'));
});

t.test('helpers may be absent', async (t) => {
  t.equal(findHelper('no-such-helper', { PATH: '/bin' }), undefined);
  t.ok(findHelper('sh', { PATH: '' }), 'the usual places are always looked at');
});

t.test('each need names its package in four distributions', async (t) => {
  for (const { cure } of Object.values(needs)) {
    for (const tool of ['apt-get install', 'dnf install', 'pacman -S', 'apk add'])
      t.match(String(cure), tool);
  }
});
