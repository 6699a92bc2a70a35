// @ts-check

/** @import { DebianPackages } from './fetch-debian.mjs' */

/**
 * A tool in another version than the system's: where it comes from, where its programs lie in what was fetched, and
 * the tests that could come out otherwise with it.
 * @typedef {object} Toolchain
 * @property {string} name
 * @property {DebianPackages} [debian]
 * @property {string} [npm] a package with a program, and no installation script
 * @property {string} bin
 * @property {string} [libraries] a directory whose libraries the programs look for beside themselves
 * @property {readonly string[]} tests
 */

/** The seed lesson, on a kernel: all tools at once. */
const seed = 'test/e2e/seed.test.ts';

/** What a compiler makes of every source of ours, what it says of broken ones, and whether kernels take it. */
const compilerTests = [
  'test/compiler/golden-packages.test.ts',
  'test/compiler/clang',
  'test/compiler/bin.test.ts',
  'test/broken-sources.test.ts',
  'test/templates.test.ts',
  seed,
  'test/e2e/templates.test.ts',
  'test/e2e/inspect.test.ts',
  'test/e2e/verifier.test.ts',
];

/** What bpftool loads, what it says where it does not, and the types that it writes. */
const loaderTests = [
  'test/runtime/bpftool',
  'test/compiler/toolchain',
  'test/compiler/golden-packages.test.ts',
  seed,
  'test/e2e/kinds.test.ts',
  'test/e2e/templates.test.ts',
  'test/e2e/refusals.test.ts',
  'test/e2e/verifier.test.ts',
  'test/e2e/doctor.test.ts',
];

/** The three commands, the library, and the guest, which takes the Node.js of the host. */
const nodeTests = [
  'test/compiler/bin.test.ts',
  'test/runtime/tsecli.test.ts',
  'test/api.test.ts',
  seed,
  'test/e2e/lab.test.ts',
  'test/e2e/library.test.ts',
  'test/e2e/tselearn.test.ts',
  'test/e2e/standalone.test.ts',
];

/** The architecture, as npm's packages of Node.js have it in their names. */
const node = `node-linux-${process.arch}`;

/**
 * Those beside the system's own, which `npm test` runs with: on Debian 12 that is clang 14, bpftool 7.1 and Node 20.
 * @type {readonly Toolchain[]}
 */
export const toolchains = [
  {
    name: 'clang-19',
    debian: {
      packages: ['clang-19', 'libclang-cpp19', 'libclang-common-19-dev', 'llvm-19', 'libllvm19'],
    },
    bin: 'usr/lib/llvm-19/bin',
    libraries: 'usr/lib/llvm-19/lib',
    tests: compilerTests,
  },
  {
    name: 'bpftool-7.5',
    debian: { packages: ['bpftool'], suite: 'bookworm-backports' },
    bin: 'usr/sbin',
    tests: loaderTests,
  },
  { name: 'node-26', npm: `${node}@26`, bin: `node_modules/${node}/bin`, tests: nodeTests },
];
