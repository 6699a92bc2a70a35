import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import t from 'tap';
import { makeBundle } from '../../../compiler/bundle/make-bundle.js';
import { architectureNamed } from '../../../compiler/toolchain/architecture.js';
import { readBtf } from '../../../core/btf/read-btf.js';

const kernel = '/sys/kernel/btf/vmlinux';
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('tsecc-bundle-'));

t.test(
  'the real bpftool makes small types of kernels, packed or not',
  { skip: existsSync(kernel) ? false : 'this kernel has no BTF' },
  async (t) => {
    const before = leftovers();
    const dir = t.testdir({ archive: { debian: { '12': { x86_64: {} } } } });
    const x86 = `${dir}/archive/debian/12/x86_64`;
    writeFileSync(`${x86}/6.2.0.btf`, readFileSync(kernel));
    // As BTFHub packs them.
    writeFileSync(`${x86}/6.1.0.btf`, readFileSync(kernel));
    execFileSync('tar', ['-cf', '6.1.0.btf.tar.xz', '-I', 'xz -0', '6.1.0.btf'], { cwd: x86 });
    execFileSync('rm', [`${x86}/6.1.0.btf`]);
    writeFileSync(`${x86}/6.0.0.btf.tar.xz`, 'broken');

    const object = readFileSync(new URL('../../fixtures/objects/unlink.bpf.o', import.meta.url));
    const parts = {
      object,
      objectFile: 'unlink.bpf.o',
      package: '{"bpf_object":""}\n',
      archive: `${dir}/archive`,
      architecture: architectureNamed('x86'),
    };
    const { tar, diagnostics } = await makeBundle(parts, { env: process.env });
    t.match(diagnostics, [{ text: /^unpack '.*6\.0\.0\.btf\.tar\.xz': xz cannot read it; the bundle/ }]);
    t.same((await makeBundle(parts, { env: process.env })).tar, tar, 'the same again, byte for byte');

    mkdirSync(`${dir}/out`);
    writeFileSync(`${dir}/b.tar`, tar);
    const names = execFileSync('tar', ['-xvf', `${dir}/b.tar`, '-C', `${dir}/out`], { encoding: 'utf8' });
    t.equal(
      names,
      'package.json\nunlink.bpf.o\n./btfhub-archive/debian/12/x86_64/6.1.0.btf\n./btfhub-archive/debian/12/x86_64/6.2.0.btf\n',
    );
    t.same(readFileSync(`${dir}/out/unlink.bpf.o`), object);
    const small = readFileSync(`${dir}/out/btfhub-archive/debian/12/x86_64/6.1.0.btf`);
    t.same(small, readFileSync(`${dir}/out/btfhub-archive/debian/12/x86_64/6.2.0.btf`));
    t.ok(small.length < 10_000 && readBtf(small).types.length >= 1, 'it is BTF, and small');
    t.same(leftovers(), before, 'no temporary directory stays');
  },
);

t.test('without bpftool, or without kernels, nothing is made', async (t) => {
  const dir = t.testdir({ archive: { d: { v: { x86_64: { '1.btf': '' } } } }, empty: {} });
  const parts = {
    object: Buffer.from('x'),
    objectFile: 'x.bpf.o',
    package: '{}',
    archive: `${dir}/archive`,
    architecture: architectureNamed('x86'),
  };
  await t.rejects(makeBundle(parts, { env: { BPFTOOL: '/nowhere/bpftool' } }), {
    code: 'tool-missing',
    exitCode: 9,
  });
  await t.rejects(makeBundle({ ...parts, archive: `${dir}/empty` }, { env: process.env }), { code: 'usage' });
});
