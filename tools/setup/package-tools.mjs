// @ts-check

/** @import { Family } from './distribution.mjs' */
/** @import { Host } from './host.mjs' */
/** @import { NeedName } from './needs.mjs' */

/**
 * How one family of distributions installs programs. Each need lists alternatives, the best first: the first whose
 * packages the package tool knows is taken.
 * @typedef {object} PackageTool
 * @property {Readonly<Record<NeedName, readonly (readonly string[])[]>>} packages
 * @property {readonly string[]} refresh fetches the lists of packages
 * @property {(packages: readonly string[]) => readonly string[]} install
 * @property {(host: Host, packages: readonly string[]) => boolean} knows whether all of these can be installed
 */

/** QEMU is one package per guest architecture: the emulators alone, without a desktop. */
const isArm = process.arch === 'arm64';

/** The table of families: a new distribution is one more entry here and one in distribution.mjs. */
export const packageTools = /** @satisfies {Readonly<Record<Family, PackageTool>>} */ ({
  debian: {
    packages: {
      clang: [['clang']],
      'llvm-strip': [['llvm']],
      'bpf headers': [['libbpf-dev']],
      'kernel headers': [['linux-libc-dev']],
      // Ubuntu before 25.04 has bpftool among the tools of each kernel.
      bpftool: [['bpftool'], ['linux-tools-common', 'linux-tools-generic']],
      qemu: [[isArm ? 'qemu-system-arm' : 'qemu-system-x86']],
      busybox: [['busybox-static']],
      clangd: [['clangd']],
      openssl: [['openssl']],
      xz: [['xz-utils']],
    },
    refresh: ['apt-get', 'update', '-q'],
    install: (packages) => ['apt-get', 'install', '-y', '-q', '--no-install-recommends', ...packages],
    knows: (host, packages) =>
      packages.every((name) => hasCandidate(host.run(['apt-cache', 'policy', name]).output)),
  },
  fedora: {
    packages: {
      clang: [['clang']],
      'llvm-strip': [['llvm']],
      'bpf headers': [['libbpf-devel']],
      'kernel headers': [['kernel-headers']],
      bpftool: [['bpftool']],
      qemu: [[isArm ? 'qemu-system-aarch64-core' : 'qemu-system-x86-core'], ['qemu-kvm-core']],
      busybox: [['busybox']],
      clangd: [['clang-tools-extra']],
      openssl: [['openssl']],
      xz: [['xz']],
    },
    refresh: ['dnf', '-q', 'makecache'],
    install: (packages) => ['dnf', '-q', '-y', '--setopt=install_weak_deps=False', 'install', ...packages],
    knows: (host, packages) => host.run(['dnf', '-q', 'info', ...packages]).status === 0,
  },
  arch: {
    packages: {
      clang: [['clang']],
      'llvm-strip': [['llvm']],
      'bpf headers': [['libbpf']],
      'kernel headers': [['linux-api-headers']],
      bpftool: [['bpf']],
      qemu: [[isArm ? 'qemu-system-aarch64' : 'qemu-system-x86']],
      busybox: [['busybox']],
      clangd: [['clang']],
      openssl: [['openssl']],
      xz: [['xz']],
    },
    refresh: ['pacman', '-Sy'],
    install: (packages) => ['pacman', '-S', '--needed', '--noconfirm', ...packages],
    knows: (host, packages) => host.run(['pacman', '-Si', ...packages]).status === 0,
  },
  alpine: {
    packages: {
      clang: [['clang']],
      'llvm-strip': [['llvm']],
      'bpf headers': [['libbpf-dev']],
      'kernel headers': [['linux-headers']],
      bpftool: [['bpftool']],
      qemu: [[isArm ? 'qemu-system-aarch64' : 'qemu-system-x86_64']],
      busybox: [['busybox-static']],
      clangd: [['clang-extra-tools']],
      openssl: [['openssl']],
      xz: [['xz']],
    },
    refresh: ['apk', 'update'],
    install: (packages) => ['apk', 'add', ...packages],
    knows: (host, packages) =>
      packages.every((name) => host.run(['apk', 'search', '-e', name]).output.trim() !== ''),
  },
});

/**
 * Whether `apt-cache policy` printed a version that can be installed: a purely virtual package has none.
 * @param {string} policy
 */
function hasCandidate(policy) {
  const candidate = /^ {2}Candidate: (.+)$/m.exec(policy)?.[1];
  return candidate !== undefined && candidate !== '(none)';
}

/**
 * The packages to install for some needs; when the tool does not know any alternative of a need, its first one, and
 * `refresh` says that the lists have to be fetched before.
 * @param {Host} host
 * @param {PackageTool} tool
 * @param {readonly NeedName[]} names
 */
export function choosePackages(host, tool, names) {
  let refresh = false;
  const packages = names.flatMap((name) => {
    const known = tool.packages[name].find((alternative) => tool.knows(host, alternative));
    refresh ||= known === undefined;
    return known ?? tool.packages[name][0] ?? [];
  });
  return { packages: [...new Set(packages)], refresh };
}
