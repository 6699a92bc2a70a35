// Why a row cannot be measured here, as the words that stand in its place.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const needs = {
  root: () => process.geteuid() === 0,
  tracefs: () => isReadable('/sys/kernel/tracing/events'),
  libbpf: () => isReadable('/usr/include/bpf/libbpf.h'),
  // It compiles in the running process, for which it needs the kernel's own headers.
  bcc: () =>
    spawnSync('python3', ['-c', 'from bcc import BPF; BPF(text="int x(void *c) { return 0; }")']).status ===
    0,
};

/** The first of these needs that is not met, as `needs bpftrace`; undefined when all are. Others are commands by name. */
export function unmet(...names) {
  const missing = names.find((name) => !(needs[name] ?? (() => hasCommand(name)))());
  return missing === undefined ? undefined : `needs ${missing}`;
}

const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];
const hasCommand = (name) => folders.some((folder) => isReadable(join(folder, name), constants.X_OK));

function isReadable(path, mode = constants.R_OK) {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
