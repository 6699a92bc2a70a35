import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';

/** What makes a processor: KVM, or emulation by QEMU's own translator. */
export type Accelerator = 'kvm' | 'tcg';

/** How QEMU models a machine of one architecture. */
export interface Architecture {
  readonly machine: string;
  readonly cpu: Readonly<Record<Accelerator, string>>;
  /** The kernel's name of the first serial line. */
  readonly console: string;
  /** Additions to the kernel's command line, each with its reason beside it. */
  readonly kernelArguments: readonly string[];
  /** Names of the architecture in Debian's and in RPM's and others' packages. */
  readonly packageNames: { readonly debian: string; readonly rpm: string };
}

const architectures: Readonly<Record<string, Architecture>> = {
  x64: {
    // Reading the HPET leaves the emulation each time; without it the kernel takes the time stamp counter.
    machine: 'q35,hpet=off',
    // Five-level page tables would make each emulated page walk longer. With erms the kernel copies by `rep movsb`, which is
    // emulated byte by byte: reading its BTF takes a fifth without.
    cpu: { tcg: 'max,la57=off,-erms', kvm: 'host' },
    console: 'ttyS0',
    kernelArguments: [
      // Emulated counters are one clock, whatever the watchdog measures on a busy host.
      'tsc=reliable',
      'no_timer_check',
    ],
    packageNames: { debian: 'amd64', rpm: 'x86_64' },
  },
  arm64: {
    machine: 'virt',
    cpu: { tcg: 'max', kvm: 'host' },
    console: 'ttyAMA0',
    kernelArguments: [],
    packageNames: { debian: 'arm64', rpm: 'aarch64' },
  },
};

/** The model of this host's architecture; throws `tool-missing` on one the lab does not know. */
export function architecture(arch: string = process.arch): Architecture {
  const found = architectures[arch];
  if (found) return found;
  throw new TseccError('tool-missing', message`open lab: no model of a machine for '${arch}'`);
}
