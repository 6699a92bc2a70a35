import { readFileSync } from 'node:fs';
import t from 'tap';
import {
  architectureNamed,
  architectureNames,
  architectureOf,
} from '../../../compiler/toolchain/architecture.js';

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

t.test('another machine is named as libbpf names it', async (t) => {
  t.same(architectureNames.toSorted(), [
    'arm',
    'arm64',
    'loongarch',
    'mips',
    'powerpc',
    'riscv',
    's390',
    'x86',
  ]);
  t.equal(architectureNamed('x86'), architectureOf('x64'));
  t.equal(architectureNamed('s390').target, 'bpfeb');
  t.equal(architectureNamed('arm64').machines[0], 'aarch64');
});

t.test('one that is not known is a usage error with the nearest', async (t) => {
  const cases: [string, RegExp][] = [
    ['arm46', /^nearest: arm64$/],
    ['aarch64', /^nearest: arm64$/],
    ['x64', /^nearest: x86$/],
    ['s390x', /^nearest: s390$/],
    ['vax', /^one of x86, arm64, /],
    ['constructor', /^one of /],
  ];
  for (const [name, cure] of cases) {
    t.throws(() => architectureNamed(name), {
      code: 'usage',
      message: `compile for '${name}': no such architecture`,
      cure,
    });
  }
});
