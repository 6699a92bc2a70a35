import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import t, { type Test } from 'tap';
import { findCarriedBpftool, runtimeFiles } from '../../../compiler/standalone/runtime-files.js';
import { fakeProgram } from '../../fixtures/sources/fake-program.js';

const platform = `@koromix/koffi-linux-${process.arch}`;

/** An installation of tsecc, with koffi beside it as npm puts it; gives its directory. */
function installation(t: Test): string {
  const dir = t.testdir({});
  const files: Record<string, string> = {
    'tsecc/package.json': '{"type":"module"}',
    'tsecc/dist/bin/tsecli.js': '',
    'tsecc/dist/bin/chunks/tsecli-AB12.js': '',
    'tsecc/dist/bin/chunks/tsecc-AB12.js': '',
    'tsecc/dist/bin/tsecc.js': '',
    'koffi/package.json': '{"name":"koffi","main":"index.cjs"}',
    'koffi/index.cjs': '',
    'koffi/src/koffi/index.cjs': '',
    'koffi/vendor/x.js': '',
    'koffi/README.md': '',
    [`${platform}/package.json`]: '{"main":"index.js"}',
    [`${platform}/index.js`]: '',
    [`${platform}/linux_${process.arch}/koffi.node`]: 'native',
    [`${platform}/musl_${process.arch}/koffi.node`]: 'native',
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(dir, 'node_modules', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return dir;
}

const answer = (loader: string) => `printf '\\tlibc.so.6 => /lib/libc.so.6 (0x1)\\n\\t%s (0x1)\\n' ${loader}`;

t.test('a runtime has the programs, their libraries, tsecli and koffi for this C library', async (t) => {
  const dir = installation(t);
  const tsecli = `${dir}/node_modules/tsecc/dist/bin/tsecli.js`;
  const env = { LDD: fakeProgram(`${dir}/ldd`, answer('/lib64/ld-linux.so.2')) };
  const found = await runtimeFiles({ node: '/x/node', bpftool: '/x/bpftool', tsecli }, env);
  t.same([...found.files.keys()].sort(), [
    'lib/ld-linux.so.2',
    'lib/libc.so.6',
    'libexec/bpftool',
    'libexec/node',
    'tsecc/dist/bin/chunks/tsecli-AB12.js',
    'tsecc/dist/bin/tsecli.js',
    `tsecc/node_modules/${platform}/index.js`,
    `tsecc/node_modules/${platform}/linux_${process.arch}/koffi.node`,
    `tsecc/node_modules/${platform}/package.json`,
    'tsecc/node_modules/koffi/index.cjs',
    'tsecc/node_modules/koffi/package.json',
    'tsecc/node_modules/koffi/src/koffi/index.cjs',
    'tsecc/package.json',
  ]);
  t.equal(found.files.get('lib/ld-linux.so.2'), '/lib64/ld-linux.so.2');
  t.equal(
    found.nodeCommand,
    '"$runtime/lib/ld-linux.so.2" --library-path "$runtime/lib" "$runtime/libexec/node"',
  );
  t.match(
    found.scripts.get('bin/bpftool'),
    /exec "\$runtime\/lib\/ld-linux\.so\.2" .*"\$runtime\/libexec\/bpftool" "\$@"\n$/,
  );
  t.equal(found.hasBpftool, true);
});

t.test('musl has its own part of koffi; a static Node needs no loader; bpftool may be absent', async (t) => {
  const dir = installation(t);
  const tsecli = `${dir}/node_modules/tsecc/dist/bin/tsecli.js`;
  const musl = { LDD: fakeProgram(`${dir}/musl`, answer('/lib/ld-musl-x86_64.so.1')) };
  const parts = { node: '/x/node', bpftool: undefined, tsecli };
  const found = await runtimeFiles(parts, musl);
  t.ok(found.files.has(`tsecc/node_modules/${platform}/musl_${process.arch}/koffi.node`));
  t.same([found.scripts.size, found.hasBpftool], [0, false]);
  const fixed = { LDD: fakeProgram(`${dir}/static`, 'echo "	statically linked"') };
  t.equal((await runtimeFiles(parts, fixed)).nodeCommand, '"$runtime/libexec/node"');
});

t.test('names that would mean something in a script are refused, and koffi must be there', async (t) => {
  const dir = installation(t);
  const tsecli = `${dir}/node_modules/tsecc/dist/bin/tsecli.js`;
  const env = { LDD: fakeProgram(`${dir}/ldd`, answer(`'/lib/a\`b\`.so'`)) };
  const parts = { node: '/x/node', bpftool: undefined, tsecli };
  await t.rejects(runtimeFiles(parts, env), { code: 'tool-missing', message: /'a`b`\.so'/ });
  await t.rejects(runtimeFiles({ ...parts, tsecli: '/nowhere/at/all/x.js' }, { LDD: '/bin/true' }), {
    code: 'tool-missing',
    message: 'carry koffi: it is not installed beside tsecc',
  });
});

t.test('bpftool is carried where it is a program, not a script that looks for one', async (t) => {
  const dir = t.testdir({
    tools: { '5.15.0-1': { bpftool: '\x7fELF' }, '6.8.0-1': { bpftool: '\x7fELF' } },
    bin: {},
  });
  const script = fakeProgram(`${dir}/bin/bpftool`, 'exit 1');
  t.equal(findCarriedBpftool({ BPFTOOL: script }, `${dir}/tools`), `${dir}/tools/6.8.0-1/bpftool`);
  t.equal(findCarriedBpftool({ BPFTOOL: script }, `${dir}/none`), undefined);
  writeFileSync(`${dir}/bin/bpftool`, '\x7fELF');
  chmodSync(`${dir}/bin/bpftool`, 0o755);
  t.equal(findCarriedBpftool({ PATH: `${dir}/bin` }, `${dir}/tools`), `${dir}/bin/bpftool`);
  t.ok(existsSync(findCarriedBpftool(process.env) ?? ''), 'this machine has one');
});
