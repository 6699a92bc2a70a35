import { readFileSync } from 'node:fs';
import t from 'tap';
import { architectureOf } from '../../../compiler/toolchain/architecture.js';

t.test('machines are spelt as libbpf spells them', async (t) => {
  t.equal(architectureOf('x64')?.bpf, 'x86');
  t.equal(architectureOf('arm64')?.bpf, 'arm64');
  t.equal(architectureOf('riscv64')?.bpf, 'riscv');
  t.equal(architectureOf('constructor'), undefined);
});

t.test('this machine is known to the installed bpf_tracing.h', async (t) => {
  const name = architectureOf(process.arch)?.bpf;
  t.match(readFileSync('/usr/include/bpf/bpf_tracing.h', 'utf8'), `__TARGET_ARCH_${name}`);
});
