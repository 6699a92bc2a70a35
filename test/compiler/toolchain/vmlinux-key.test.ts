import { utimesSync } from 'node:fs';
import t from 'tap';
import { cacheKey, fileIdentity, vmlinuxKey } from '../../../compiler/toolchain/vmlinux-key.js';

t.test('a kernel has one key for one build, another for another', async (t) => {
  const dir = t.testdir({ n1: 'build 1', n2: 'build 2', b1: 'types', b2: 'types 2', bpftool: 'x' });
  const key = (notes: string, btf: string): string =>
    vmlinuxKey({ notes: `${dir}/${notes}`, btf: `${dir}/${btf}` }, `${dir}/bpftool`);
  t.equal(key('n1', 'b1'), key('n1', 'b2'), 'the build id alone decides');
  t.not(key('n1', 'b1'), key('n2', 'b1'));
  t.not(key('none', 'b1'), key('none', 'b2'), 'without notes the types decide');
  const before = key('n1', 'b1');
  utimesSync(`${dir}/bpftool`, 1, 1);
  t.not(key('n1', 'b1'), before, 'another bpftool makes another header');
});

t.test('parts do not run into each other', async (t) => {
  t.not(cacheKey('ab', 'c'), cacheKey('a', 'bc'));
  t.match(cacheKey('a'), /^[0-9a-f]{32}$/);
});

t.test('a file that was written again has another identity', async (t) => {
  const dir = t.testdir({ a: '1' });
  const before = fileIdentity(`${dir}/a`);
  utimesSync(`${dir}/a`, 1, 1);
  t.not(fileIdentity(`${dir}/a`), before);
});
