import t from 'tap';
import { findMissing, needs } from '../../../tools/setup/needs.mjs';
import { completeFiles, elfProgram, fakeHost } from '../../fixtures/fake-host.js';

const missingIn = (files: Record<string, string | Uint8Array>) =>
  findMissing(fakeHost({ files }), { tests: true }).map((need) => need.name);

t.test('nothing is missing on a complete machine', async (t) => {
  t.same(missingIn(completeFiles()), []);
});

t.test('everything is missing on an empty one', async (t) => {
  t.same(
    missingIn({}),
    needs.map((need) => need.name),
  );
});

t.test('each thing taken away is missed, and only that', async (t) => {
  const names = [
    'clang',
    'llvm-strip',
    'bpf headers',
    'kernel headers',
    'bpftool',
    'qemu',
    'busybox',
    'clangd',
    'openssl',
    'xz',
  ];
  const complete = completeFiles();
  for (const [index, path] of Object.keys(complete).entries()) {
    const { [path]: _taken, ...rest } = complete;
    t.same(missingIn(rest), [names[index]], path);
  }
});

t.test('what the tests alone need is missed by them alone', async (t) => {
  const { '/usr/bin/clangd-14': _taken, ...files } = completeFiles();
  t.same(findMissing(fakeHost({ files })), []);
  t.same(missingIn(files), ['clangd']);
});

t.test('a busybox that needs a C library does not count', async (t) => {
  t.same(missingIn({ ...completeFiles(), '/usr/bin/busybox': elfProgram(3) }), ['busybox']);
  const beside = { '/usr/bin/busybox': elfProgram(3), '/usr/bin/busybox.static': elfProgram(1) };
  t.same(missingIn({ ...completeFiles(), ...beside }), []);
});

t.test('llvm programs with their version in the name count', async (t) => {
  const { '/usr/bin/llvm-strip': _strip, ...files } = completeFiles();
  t.same(missingIn({ ...files, '/usr/bin/llvm-strip-18': '' }), []);
  t.same(missingIn({ ...files, '/usr/bin/llvm-strip-old': '' }), ['llvm-strip']);
});

t.test("Ubuntu's bpftool script counts only where it works or the real program is beside it", async (t) => {
  const files = { ...completeFiles(), '/usr/sbin/bpftool': '#!/bin/bash\n' };
  t.same(missingIn(files), ['bpftool']);
  t.same(missingIn({ ...files, '/usr/lib/linux-tools/6.8.0-40-generic/bpftool': '' }), []);
  const works = fakeHost({ files, answer: () => ({ status: 0, output: 'bpftool v7.4.0' }) });
  t.same(findMissing(works), []);
});
