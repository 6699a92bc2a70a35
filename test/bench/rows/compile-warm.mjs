import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { compare, timeProcess } from '../measure.mjs';
import { openWorkspace, tsecc, withCache } from '../workspace.mjs';

export const row = {
  name: 'warm tsecc on the seed lesson / bare clang -g -O2 -target bpf',
  reach: 0.6,
  async run({ runs }) {
    const { folder, source, close } = openWorkspace();
    try {
      const options = { cwd: folder, env: withCache(join(folder, 'cache')) };
      writeFileSync(join(folder, 'vmlinux.h'), dumpVmlinux());
      return await compare(
        () => timeProcess(process.execPath, [tsecc, source, '-o', join(folder, 'out')], options),
        () => timeProcess('clang', bareClang(folder, source), options),
        runs,
      );
    } finally {
      close();
    }
  },
};

/** The running kernel's types as a header, as anybody without tsecc has to make it. */
export function dumpVmlinux() {
  return execFileSync('bpftool', ['btf', 'dump', 'file', '/sys/kernel/btf/vmlinux', 'format', 'c'], {
    maxBuffer: 64 << 20,
  });
}

/** The command that a Makefile for the lesson would run. */
export function bareClang(folder, source) {
  const target = { x64: 'x86', arm64: 'arm64' }[process.arch] ?? process.arch;
  const output = join(folder, 'bare.bpf.o');
  return [
    '-g',
    '-O2',
    '-target',
    'bpf',
    `-D__TARGET_ARCH_${target}`,
    '-I',
    folder,
    '-c',
    source,
    '-o',
    output,
  ];
}
