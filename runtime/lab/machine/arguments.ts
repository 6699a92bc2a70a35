import { portName } from '../protocol/frames.js';
import type { Accelerator, Architecture } from './architectures.js';
import type { Threads } from './threads.js';

/**
 * The guest's memory; the same for the boot and for each resume. Half of it may be files, and Node.js 26 alone is 150 MB. What the
 * guest never touched takes no room on the host.
 */
export const memoryMegabytes = 768;
/** Processors of the guest: one for the traced program, one for its tracer. */
export const processors = 2;

/** Files in the machine's working directory, named without a path, since QEMU's options give commas a meaning. */
export const machineFiles = {
  memory: 'memory',
  state: 'state',
  kernel: 'kernel',
  initramfs: 'initramfs',
} as const;

/** Open files QEMU inherits: its machine protocol, and the guest agent's line. */
export const inheritedFds = { qmp: 3, agent: 4 } as const;

/** How a boot and a resume differ. */
interface Way {
  /** With `private` memory the file is a starting point that is not written to: many guests resume from one. */
  readonly memory: 'kept' | 'private';
  readonly threads: Threads;
}

/** QEMU's arguments that a boot and a resume share; they must be the same for the saved state to fit. */
function machineArguments(arch: Architecture, accelerator: Accelerator, { memory, threads }: Way): string[] {
  return [
    ...['-nodefaults', '-no-user-config', '-no-reboot', '-display', 'none'],
    ...['-machine', `${arch.machine},memory-backend=ram`],
    ...['-accel', accelerator === 'tcg' ? `tcg,thread=${threads}` : 'kvm'],
    ...['-cpu', arch.cpu[accelerator]],
    ...['-smp', String(processors)],
    ...['-m', String(memoryMegabytes)],
    '-object',
    `memory-backend-file,id=ram,size=${memoryMegabytes}M,mem-path=${machineFiles.memory},share=${memory === 'kept' ? 'on' : 'off'}`,
    ...['-chardev', `socket,id=qmp,fd=${inheritedFds.qmp}`, '-mon', 'chardev=qmp,mode=control'],
    ...['-chardev', `socket,id=agent,fd=${inheritedFds.agent}`],
    ...['-device', 'virtio-serial-pci', '-device', `virtserialport,chardev=agent,name=${portName}`],
    // The console goes to QEMU's standard output, whose last lines tell how a guest died.
    ...['-chardev', 'stdio,id=console,signal=off', '-serial', 'chardev:console'],
  ];
}

/** Arguments to boot a kernel with the initramfs, its memory kept in a file. */
export function bootArguments(arch: Architecture, accelerator: Accelerator): string[] {
  const commandLine = [
    `console=${arch.console}`,
    'quiet',
    // A guest that panics ends at once, and QEMU with it.
    'panic=-1',
    // Nothing runs in the guest but the user's own programs; each guard costs emulated instructions.
    'mitigations=off',
    // Upstream's order, with bpf, which Debian's kernels before 6 can and do not begin with; what a kernel lacks it passes by.
    'lsm=landlock,lockdown,yama,integrity,apparmor,bpf',
    ...arch.kernelArguments,
  ];
  return [
    // Safe with every QEMU, before it has said which one it is.
    ...machineArguments(arch, accelerator, { memory: 'kept', threads: 'single' }),
    ...['-kernel', machineFiles.kernel, '-initrd', machineFiles.initramfs, '-append', commandLine.join(' ')],
  ];
}

/** Arguments to resume from a saved state: QEMU waits to be told from where. */
export function resumeArguments(arch: Architecture, accelerator: Accelerator, threads: Threads): string[] {
  const way: Way = { memory: 'private', threads };
  return [...machineArguments(arch, accelerator, way), '-incoming', 'defer'];
}
