import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { nearest } from '../../core/nearest.js';

/** What a BPF compile has to know about the machine whose kernel runs the program. */
export interface Architecture {
  /** As bpf_tracing.h of libbpf spells it in `__TARGET_ARCH_…`: decides the registers of PT_REGS_PARM1 and its like. */
  readonly bpf: string;
  /** What `uname -m` says there; after it the other spellings that BTF archives have. */
  readonly machines: readonly [string, ...string[]];
  /** clang's BPF target of its byte order. */
  readonly target: 'bpfel' | 'bpfeb';
  /** Directories below /usr/include with `asm/types.h` of this machine, where a distribution has one. */
  readonly triplets: readonly string[];
}

// By Node's `process.arch`. A new machine is a new row. Where a machine has kernels of both byte orders, the row is for
// the one that distributions still build: ppc64le, mips64el.
const architectures: Readonly<Record<string, Architecture>> = {
  x64: {
    bpf: 'x86',
    machines: ['x86_64'],
    target: 'bpfel',
    triplets: ['x86_64-linux-gnu', 'x86_64-linux-musl'],
  },
  arm64: {
    bpf: 'arm64',
    machines: ['aarch64', 'arm64'],
    target: 'bpfel',
    triplets: ['aarch64-linux-gnu', 'aarch64-linux-musl'],
  },
  arm: {
    bpf: 'arm',
    machines: ['armv7l', 'arm'],
    target: 'bpfel',
    triplets: ['arm-linux-gnueabihf', 'arm-linux-gnueabi'],
  },
  riscv64: { bpf: 'riscv', machines: ['riscv64'], target: 'bpfel', triplets: ['riscv64-linux-gnu'] },
  ppc64: {
    bpf: 'powerpc',
    machines: ['ppc64le'],
    target: 'bpfel',
    triplets: ['powerpc64le-linux-gnu', 'powerpc64-linux-gnu'],
  },
  s390x: { bpf: 's390', machines: ['s390x'], target: 'bpfeb', triplets: ['s390x-linux-gnu'] },
  loong64: {
    bpf: 'loongarch',
    machines: ['loongarch64'],
    target: 'bpfel',
    triplets: ['loongarch64-linux-gnu'],
  },
  mips64el: { bpf: 'mips', machines: ['mips64'], target: 'bpfel', triplets: ['mips64el-linux-gnuabi64'] },
};

/** Every name that `--target-arch` takes. */
export const architectureNames: readonly string[] = Object.values(architectures).map(({ bpf }) => bpf);

/** The row of a machine by Node's name for it; undefined for one that libbpf's headers do not know. */
export function architectureOf(nodeName: string): Architecture | undefined {
  return Object.hasOwn(architectures, nodeName) ? architectures[nodeName] : undefined;
}

/** The row of a machine by libbpf's name for it. Throws `usage` for one that is not known, with the nearest. */
export function architectureNamed(name: string): Architecture {
  const found = Object.values(architectures).find(({ bpf }) => bpf === name);
  if (found) return found;
  const other = Object.entries(architectures).find(
    ([node, { machines }]) => node === name || machines.includes(name),
  );
  const near = other ? [other[1].bpf] : nearest(name, architectureNames);
  throw new TseccError('usage', message`compile for '${name}': no such architecture`, {
    cure: near[0] ? message`nearest: ${near[0]}` : message`one of ${architectureNames.join(', ')}`,
  });
}
