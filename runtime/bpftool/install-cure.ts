import type { Kernel } from '../kernel/types.js';
import { message, type Message } from '../../core/message.js';

/** How each distribution installs bpftool, by ID in /etc/os-release. */
const commands: Readonly<Record<string, string>> = {
  debian: 'sudo apt install bpftool',
  ubuntu: 'sudo apt install linux-tools-generic',
  fedora: 'sudo dnf install bpftool',
  rhel: 'sudo dnf install bpftool',
  centos: 'sudo dnf install bpftool',
  arch: 'sudo pacman -S bpf',
  alpine: 'sudo apk add bpftool',
  suse: 'sudo zypper install bpftool',
  opensuse: 'sudo zypper install bpftool',
};

/** What to type to get a bpftool that is new enough, as far as this distribution is known; `--lab` needs none. */
export function installCure(kernel: Kernel): Message {
  const ids = distributionIds(kernel);
  const known = ids.find((id) => Object.hasOwn(commands, id));
  const command = known === undefined ? undefined : commands[known];
  return command === undefined
    ? message`install bpftool 7.0 or later`
    : message`install bpftool 7.0 or later: ${command}`;
}

/** ID, then the likes of it, from /etc/os-release (os-release(5)). */
function distributionIds(kernel: Kernel): readonly string[] {
  try {
    const text = kernel.readText('/etc/os-release');
    return ['ID', 'ID_LIKE'].flatMap((key) =>
      (new RegExp(`^${key}=(.*)$`, 'm').exec(text)?.[1] ?? '').replaceAll(/["']/g, '').split(' '),
    );
  } catch {
    return [];
  }
}
