import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { headerSize } from '../../../compiler/standalone/render-header.js';
import { makeStandalone, sharedBuiltins } from '../../../compiler/standalone/make-standalone.js';
import { writePackage } from '../../../core/package/write.js';
import { eccMeta } from '../../fixtures/packages/make-package.js';
import { scratchDirectory } from '../../fixtures/project.js';

// Compressing Node takes seconds where the cache does not have it yet.

t.test('the file runs tsecli on its package, with nothing of ours in reach', async (t) => {
  // The object has none of the types that ecc's example describes.
  const meta = { ...eccMeta, export_types: null };
  const text = writePackage(meta, readFileSync('test/fixtures/objects/unlink.bpf.o'));
  const { file, diagnostics } = await makeStandalone('opensnoop_bpf', text, { env: process.env });
  t.same(diagnostics, []);
  t.equal(Buffer.from(file.subarray(headerSize, headerSize + text.length)).toString(), text);
  t.same((await makeStandalone('opensnoop_bpf', text, { env: process.env })).file, file, 'the same again');

  const directory = scratchDirectory(t);
  const path = join(directory, 'opensnoop');
  writeFileSync(path, file);
  chmodSync(path, 0o755);
  const env = { PATH: '/usr/bin:/bin', HOME: directory };
  const help = spawnSync(path, ['--help'], { env, encoding: 'utf8' });
  t.match(help, { status: 0, stdout: /^opensnoop_bpf\b/, stderr: '' });
  const [runtime = ''] = readdirSync(join(directory, '.cache/tsecc/standalone')).filter(
    (name) => name.length === 32,
  );
  const bpftool = join(directory, '.cache/tsecc/standalone', runtime, 'bin/bpftool');
  t.match(spawnSync(bpftool, ['version'], { env, encoding: 'utf8' }).stdout, /bpftool v\d/);
});

t.test('files that Node reads from elsewhere are seen', async (t) => {
  t.same(sharedBuiltins({ node_builtin_shareable_builtins: ['/usr/share/nodejs/undici.js', 3] }), [
    '/usr/share/nodejs/undici.js',
  ]);
  t.same(sharedBuiltins({}), []);
});
