import { mkdirSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import t from 'tap';
import { realHost } from '../../../../tools/setup/host.mjs';
import { toolchainColumns } from '../../../../tools/testing/toolchains/columns.mjs';

/** A machine whose dpkg and npm put down what packages hold. */
function machine(files: readonly string[]) {
  const ran: string[] = [];
  const run = (command: readonly string[], { cwd = '' } = {}) => {
    ran.push(command.join(' '));
    if (files.length === 0) return { status: 1, output: 'sold out' };
    if (command.includes('download')) writeFileSync(join(cwd, 'a.deb'), '');
    const target = { dpkg: command[3], npm: cwd }[command[0] ?? ''] ?? '';
    for (const file of target === '' ? [] : files) {
      mkdirSync(dirname(join(target, file)), { recursive: true });
      writeFileSync(join(target, file), '');
    }
    return { status: 0, output: '' };
  };
  return { ran, host: { ...realHost, run, say: () => {} } };
}

const kept = 'node_modules/.cache/tsecc/toolchains';

t.test(
  'programs come first in PATH, and their libraries lie beside them; the second time all is here',
  async (t) => {
    const { host, ran } = machine([
      'usr/lib/tool/bin/cc',
      'usr/lib/tool/lib/own',
      'usr/lib/x86_64-linux-gnu/lib.so',
    ]);
    const toolchain = {
      ...{ name: 'cc-9', debian: { packages: ['cc'] }, bin: 'usr/lib/tool/bin' },
      ...{ libraries: 'usr/lib/tool/lib', tests: ['a'] },
    };
    const root = t.testdir();
    const context = { host, root, dryRun: false };
    const [column] = toolchainColumns(context, [toolchain], []);
    const directory = join(root, kept, 'cc-9');
    t.match(column, { name: 'cc-9', tests: ['a'] });
    t.ok(
      column && 'env' in column && column.env['PATH']?.startsWith(`${join(directory, 'usr/lib/tool/bin')}:`),
    );
    t.equal(readlinkSync(join(directory, 'usr/lib/tool/lib/lib.so')), '../../x86_64-linux-gnu/lib.so');

    const before = ran.length;
    t.match([...toolchainColumns(context, [toolchain], ['b'])], [{ tests: ['b'] }]);
    t.equal(ran.length, before);
  },
);

t.test('a Node.js runs the tests itself', async (t) => {
  const { host, ran } = machine(['node_modules/node-x/bin/node']);
  const toolchain = { name: 'node-99', npm: 'node-x@99', bin: 'node_modules/node-x/bin', tests: ['a'] };
  const root = t.testdir();
  const [column] = toolchainColumns({ host, root, dryRun: false }, [toolchain], []);
  t.match(column, { node: join(root, kept, 'node-99/node_modules/node-x/bin/node') });
  t.match(ran.join('\n'), /--ignore-scripts .*node-x@99/, 'and nothing that comes with it is run');
});

t.test('what cannot be had says why, and leaves nothing', async (t) => {
  const { host } = machine([]);
  const root = t.testdir();
  const toolchain = { name: 'cc-9', debian: { packages: ['cc'] }, bin: 'bin', tests: [] };
  t.match(
    [...toolchainColumns({ host, root, dryRun: false }, [toolchain], [])],
    [{ name: 'cc-9', missing: /sold out/ }],
  );
  t.same(readdirSync(join(root, kept)), []);
});
