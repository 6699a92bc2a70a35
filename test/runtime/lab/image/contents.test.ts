import t from 'tap';
import { guestContents, koffiNative } from '../../../../runtime/lab/image/contents.js';
import { productRoot } from '../../../../runtime/lab/paths.js';
import { findTool } from '../../../../runtime/lab/tools.js';

const parts = () => ({
  node: process.execPath,
  busybox: findTool('busybox', process.env),
  bpftool: findTool('bpftool', process.env),
  product: productRoot(),
  modules: [{ name: 'veth', bytes: Buffer.from('module') }],
});

t.test('the guest has all that a run needs', async (t) => {
  const paths = new Set((await guestContents(parts())).map(({ path }) => path));
  const needed = [
    '/init',
    '/dev/console',
    '/bin/busybox',
    '/bin/sh',
    '/bin/rm',
    '/bin/touch',
    '/usr/bin/node',
    '/usr/sbin/bpftool',
    '/usr/bin/tsecli',
    '/usr/lib/tsecc/package.json',
    '/usr/lib/tsecc/dist/bin/tsecli.js',
    '/usr/lib/tsecc/dist/bin/lab-agent.js',
    '/usr/lib/tsecc/dist/bin/lab-worker.js',
    '/usr/lib/tsecc/node_modules/koffi/package.json',
    `/usr/lib/tsecc/node_modules/@koromix/koffi-linux-${process.arch}/package.json`,
    '/lib/modules/veth.ko',
  ];
  for (const path of needed) t.ok(paths.has(path), path);
});

t.test("koffi's native part is among its files", async (t) => {
  const files = koffiNative(productRoot());
  t.ok(files.some((path) => path.endsWith('koffi.node')));
  t.ok(files.every((path) => path.includes('/node_modules/')));
});

t.test('a part that is not there is named', async (t) => {
  await t.rejects(guestContents({ ...parts(), bpftool: '/nowhere/bpftool' }), {
    code: 'tool-missing',
    message: /\/nowhere\/bpftool/,
  });
});
