import { labVariable } from '../../kernel/lab-cure.js';

/** What the guest's first process does: file systems, modules, loopback, then the agent. Busybox' shell runs it. */
export function initScript({
  modules,
  node,
}: {
  readonly modules: readonly string[];
  readonly node: string;
}): string {
  const lines = [
    '#!/bin/busybox sh',
    'export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=linux LANG=C.UTF-8',
    `export USER=root LOGNAME=root SHELL=/bin/sh ${labVariable}=1`,
    'mount -t proc proc /proc',
    'mount -t sysfs sysfs /sys',
    'mount -t devtmpfs devtmpfs /dev',
    'mkdir -p /dev/pts /dev/shm',
    'mount -t devpts -o gid=5,mode=620,ptmxmode=666 devpts /dev/pts',
    'mount -t tmpfs tmpfs /dev/shm',
    'mount -t tmpfs tmpfs /tmp',
    'mount -t tmpfs tmpfs /run',
    'ln -s /proc/self/fd /dev/fd',
    // Each is there or not, as the kernel was built; what needs it says so then.
    'mount -t tracefs tracefs /sys/kernel/tracing 2>/dev/null',
    'mount -t debugfs debugfs /sys/kernel/debug 2>/dev/null',
    'mount -t bpf bpf /sys/fs/bpf 2>/dev/null',
    'mount -t cgroup2 cgroup2 /sys/fs/cgroup 2>/dev/null',
    'mount -t securityfs securityfs /sys/kernel/security 2>/dev/null',
    ...modules.map((name) => `insmod /lib/modules/${name}.ko`),
    'hostname lab',
    'ip link set lo up',
    // The console is for the kernel's last words: printing more there is slow under emulation.
    'dmesg -n 3',
    'cd /root',
    // This shell stays behind as process 1, which takes over and buries orphans.
    `${node} /usr/lib/tsecc/dist/bin/lab-agent.js`,
    'poweroff -f',
  ];
  return lines.join('\n') + '\n';
}
