/** What a BPF compile has to know about the machine whose kernel runs the program. */
export interface Architecture {
  /** As bpf_tracing.h of libbpf spells it in `__TARGET_ARCH_…`: decides the registers of PT_REGS_PARM1 and its like. */
  readonly bpf: string;
  /** Directories below /usr/include with `asm/types.h` of this machine, where a distribution has one. */
  readonly triplets: readonly string[];
}

// By Node's `process.arch`. A new machine is a new row.
const architectures: Readonly<Record<string, Architecture>> = {
  x64: { bpf: 'x86', triplets: ['x86_64-linux-gnu', 'x86_64-linux-musl'] },
  arm64: { bpf: 'arm64', triplets: ['aarch64-linux-gnu', 'aarch64-linux-musl'] },
  arm: { bpf: 'arm', triplets: ['arm-linux-gnueabihf', 'arm-linux-gnueabi'] },
  riscv64: { bpf: 'riscv', triplets: ['riscv64-linux-gnu'] },
  ppc64: { bpf: 'powerpc', triplets: ['powerpc64le-linux-gnu', 'powerpc64-linux-gnu'] },
  s390x: { bpf: 's390', triplets: ['s390x-linux-gnu'] },
  loong64: { bpf: 'loongarch', triplets: ['loongarch64-linux-gnu'] },
  mips64el: { bpf: 'mips', triplets: ['mips64el-linux-gnuabi64'] },
};

/** The row of a machine by Node's name for it; undefined for one that libbpf's headers do not know. */
export function architectureOf(nodeName: string): Architecture | undefined {
  return Object.hasOwn(architectures, nodeName) ? architectures[nodeName] : undefined;
}
