// What anybody without tsecc has to do: dump the kernel's types, then call clang.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes the running kernel's types to where {@link bareClang} looks: not beside the source, where tsecc would take them. */
export function dumpVmlinux(folder) {
  mkdirSync(join(folder, 'bare'), { recursive: true });
  const dump = ['btf', 'dump', 'file', '/sys/kernel/btf/vmlinux', 'format', 'c'];
  writeFileSync(join(folder, 'bare/vmlinux.h'), execFileSync('bpftool', dump, { maxBuffer: 64 << 20 }));
}

/** Arguments of the clang that a Makefile for a source would run. */
export function bareClang(folder, source) {
  const target = { x64: 'x86', arm64: 'arm64' }[process.arch] ?? process.arch;
  return [
    ...['-g', '-O2', '-target', 'bpf', `-D__TARGET_ARCH_${target}`, '-I', join(folder, 'bare')],
    ...['-c', source, '-o', join(folder, 'bare/bare.bpf.o')],
  ];
}
