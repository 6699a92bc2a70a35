// @ts-check
import { parseArgs } from 'node:util';

/** The lab kernel that the demo and the lessons use. */
export const defaultKernels = ['6.1'];

export const usage = `usage: npm run setup -- [--dry-run] [--kernels 6.1,6.12]

Installs what is missing to build, test and use tsecc: clang, llvm, the libbpf headers, bpftool, QEMU, a static busybox,
clangd, openssl, xz and a registry for the tests, the npm packages, the build, and a kernel for the lab. Does nothing when
all is there.

  --dry-run          print what would be done, and do nothing
  --kernels LIST     kernels to pull for the lab, separated by commas (default ${defaultKernels.join(',')})
  --help             print this
`;

/**
 * The options of set-up; throws a TypeError that names an unknown one.
 * @param {readonly string[]} argv
 */
export function readOptions(argv) {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      'dry-run': { type: 'boolean', default: false },
      kernels: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return {
    dryRun: values['dry-run'],
    help: values.help,
    kernels: values.kernels === undefined ? defaultKernels : values.kernels.split(',').filter(Boolean),
  };
}
