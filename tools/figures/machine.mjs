// @ts-check
// What figures were measured on, for who reads them elsewhere.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';

/** The programs whose version a figure depends on, by the name it is told under. */
const versions = {
  clang: ['clang', '--version'],
  bpftool: ['bpftool', 'version'],
  bpftrace: ['bpftrace', '--version'],
  'libbpf-dev': ['dpkg-query', '--show', '--showformat=${Version}', 'libbpf-dev'],
  'libbpf-tools': ['dpkg-query', '--show', '--showformat=${Version}', 'libbpf-tools'],
  bcc: ['python3', '-c', 'import bcc; print(bcc.__version__)'],
  QEMU: ['qemu-system-x86_64', '--version'],
};

/** This machine and its programs; those that it has not are left out. */
export function describeMachine() {
  const tools = Object.entries(versions).flatMap(([name, [command = '', ...args]]) => {
    const version = firstVersion(command, args);
    return version === undefined ? [] : [`${name} ${version}`];
  });
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    processors: cpus().length,
    gigabytes: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    system: distribution(),
    tools: [`Node.js ${process.versions.node}`, ...tools],
  };
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function firstVersion(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? /\d+(?:\.\d+)+/.exec(stdout)?.[0] : undefined;
}

function distribution() {
  try {
    return /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'Linux';
  } catch {
    return 'Linux';
  }
}
