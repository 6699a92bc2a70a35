import { gunzipSync } from 'node:zlib';
import type { Check } from '../../core/doctor/types.js';
import { message } from '../../core/message.js';
import { labCure } from '../kernel/lab-cure.js';
import type { Kernel } from '../kernel/types.js';

/** Options of the kernel's configuration without which some program does not run. */
const options = [
  ...['BPF_SYSCALL', 'BPF_JIT', 'BPF_EVENTS', 'DEBUG_INFO_BTF', 'KPROBES', 'KPROBE_EVENTS', 'UPROBES'],
  ...['UPROBE_EVENTS', 'PERF_EVENTS', 'FTRACE', 'FUNCTION_TRACER', 'FPROBE', 'FTRACE_SYSCALLS'],
  ...['FUNCTION_ERROR_INJECTION', 'BPF_KPROBE_OVERRIDE', 'BPF_LSM', 'CGROUP_BPF', 'NET_CLS_BPF'],
  ...['NET_ACT_BPF', 'NET_SCH_INGRESS', 'XDP_SOCKETS', 'BPF_STREAM_PARSER', 'NETFILTER_BPF_LINK'],
];

/** Far more than any configuration, which is some 300 kB. */
const largest = 16 * 1024 * 1024;

/** A check for each option of the configuration that programs hang on. */
export function checkConfig(kernel: Kernel): readonly Check[] {
  const found = readConfig(kernel);
  return options.map((option): Check => {
    const name = `CONFIG_${option}`;
    const base = { id: `config:${option}`, title: name };
    if (found === undefined) {
      const detail = message`the kernel's configuration cannot be read: neither /proc/config.gz nor /boot/config-${kernel.release}`;
      return { ...base, state: 'unknown', detail };
    }
    if (found.has(name)) return { ...base, state: 'ok' };
    const detail = message`the kernel was built without`;
    return { ...base, state: 'missing', detail, cure: labCure('kernel') };
  });
}

/** The options that are on, built in or as modules; undefined where no configuration is found. */
function readConfig(kernel: Kernel): ReadonlySet<string> | undefined {
  const places = ['/boot/config-', '/lib/modules/', '/usr/lib/modules/'].map(
    (place) => `${place}${kernel.release}${place.endsWith('/') ? '/config' : ''}`,
  );
  for (const path of ['/proc/config.gz', ...places]) {
    const text = readText(kernel, path);
    if (text !== undefined)
      return new Set(Array.from(text.matchAll(/^(CONFIG_\w+)=[ym]/gm), ([, name = '']) => name));
  }
  return undefined;
}

function readText(kernel: Kernel, path: string): string | undefined {
  try {
    const bytes = kernel.readBytes(path, largest);
    if (!bytes) return undefined;
    return (
      path.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: largest }) : Buffer.from(bytes)
    ).toString();
  } catch {
    return undefined;
  }
}
