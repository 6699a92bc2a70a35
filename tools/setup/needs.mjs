// @ts-check
import { findProgram } from './host.mjs';
import { isStaticElf } from './static-elf.mjs';

/** @import { Host } from './host.mjs' */

/**
 * One thing of the system that the project works with.
 * @typedef {object} Need
 * @property {NeedName} name
 * @property {string} purpose completes "… is missing: it …"
 * @property {(host: Host) => boolean} isThere
 * @property {boolean} [testsOnly] true when nothing but the tests needs it
 */

/** @typedef {'clang' | 'clangd' | 'llvm-strip' | 'bpf headers' | 'kernel headers' | 'bpftool' | 'qemu' | 'busybox' | 'openssl' | 'xz'} NeedName */

/** Newest first; distributions install some of these programs only under a name with the version in it. */
const llvmVersions = Array.from({ length: 20 }, (_, index) => String(30 - index));

/** The name of QEMU's program per process.arch. */
const qemuPrograms = /** @type {Readonly<Record<string, string>>} */ ({
  x64: 'qemu-system-x86_64',
  arm64: 'qemu-system-aarch64',
});

/** Everything the project needs from the system, in the order it is told. @type {readonly Need[]} */
export const needs = [
  {
    name: 'clang',
    purpose: 'compiles BPF programs',
    isThere: (host) => hasLlvmProgram(host, 'clang'),
  },
  {
    name: 'llvm-strip',
    purpose: 'takes debug sections out of BPF objects',
    isThere: (host) => hasLlvmProgram(host, 'llvm-strip'),
  },
  {
    name: 'bpf headers',
    purpose: 'declare the BPF helpers (bpf/bpf_helpers.h of libbpf)',
    isThere: (host) =>
      ['/usr/include', '/usr/local/include'].some((dir) => host.isReadable(`${dir}/bpf/bpf_helpers.h`)),
  },
  {
    name: 'kernel headers',
    purpose: 'declare the kernel interface (asm/types.h)',
    isThere: (host) =>
      ['/usr/include', ...host.list('/usr/include').map((name) => `/usr/include/${name}`)].some((dir) =>
        host.isReadable(`${dir}/asm/types.h`),
      ),
  },
  { name: 'bpftool', purpose: 'loads BPF objects into the kernel', isThere: hasBpftool },
  {
    name: 'qemu',
    purpose: 'runs the lab, a kernel of its own, without root',
    isThere: (host) => findProgram(host, [qemuPrograms[host.arch] ?? 'qemu-system-x86_64']) !== undefined,
  },
  { name: 'busybox', purpose: "is the lab's small user space (the static build)", isThere: hasStaticBusybox },
  {
    name: 'clangd',
    purpose: 'checks, in the tests, that editors understand the sources',
    isThere: (host) => hasLlvmProgram(host, 'clangd'),
    testsOnly: true,
  },
  {
    name: 'openssl',
    purpose: 'verifies, in the tests, what tsecli signs',
    isThere: (host) => findProgram(host, ['openssl']) !== undefined,
    testsOnly: true,
  },
  {
    name: 'xz',
    purpose: "packs, in the tests, types of kernels as BTFHub's archive does",
    isThere: (host) => findProgram(host, ['xz']) !== undefined,
    testsOnly: true,
  },
];

/**
 * The needs that are not met.
 * @param {Host} host
 * @param {{ tests?: boolean | undefined }} [scope] `tests`: those of the tests alone, too
 */
export function findMissing(host, { tests = false } = {}) {
  return needs.filter((need) => (tests || !need.testsOnly) && !need.isThere(host));
}

/**
 * Found by the same names as tsecc finds it.
 * @param {Host} host
 * @param {string} program
 */
function hasLlvmProgram(host, program) {
  return (
    findProgram(host, [program, ...llvmVersions.map((version) => `${program}-${version}`)]) !== undefined
  );
}

/**
 * Ubuntu's /usr/sbin/bpftool is a script that fails where the tools of the running kernel are not installed, so
 * that one is asked; the real programs lie beside it.
 * @param {Host} host
 */
function hasBpftool(host) {
  const program = findProgram(host, ['bpftool']);
  if (program && (!isScript(host, program) || host.run([program, 'version']).status === 0)) return true;
  return host
    .list('/usr/lib/linux-tools')
    .some((kernel) => host.isExecutable(`/usr/lib/linux-tools/${kernel}/bpftool`));
}

/**
 * @param {Host} host
 * @param {string} path
 */
function isScript(host, path) {
  const start = host.readStart(path, 2);
  return start?.[0] === 0x23 && start[1] === 0x21;
}

/** @param {Host} host */
function hasStaticBusybox(host) {
  return host.path
    .flatMap((directory) => [`${directory}/busybox`, `${directory}/busybox.static`])
    .some((path) => host.isExecutable(path) && isStaticElf(host.readStart(path, 4096)));
}
