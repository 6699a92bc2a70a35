import { setTimeout as sleep } from 'node:timers/promises';

/** What a kernel holds, as {@link stateScript} tells it. */
export interface KernelState {
  /** Names of programs by their ids. */
  readonly programs: ReadonlyMap<number, string>;
  /** Pins and trace instances. */
  readonly names: ReadonlySet<string>;
}

/**
 * Prints what is in the kernel: programs as JSON, then a pin or an instance a line. The shell looks for itself: in an
 * emulated lab each command takes as long as all of that.
 */
export const stateScript = `PATH=$PATH:/usr/sbin:/sbin
bpftool -j prog show 2> /dev/null || echo '[]'
echo
tell() { for path in "$2"/$3* "$2"/$3.[!.]*; do [ -e "$path" ] && echo "$1\${path##*/}"; done; }
tell 'pin ' /sys/fs/bpf
tell 'pin tsecli/' /sys/fs/bpf/tsecli
tell 'instance ' /sys/kernel/tracing/instances tsecli
true`;

/** Reads what {@link stateScript} printed. */
export function readState(text: string): KernelState {
  const [first = '', ...rest] = text.split('\n');
  return {
    programs: new Map(readPrograms(first)),
    // The directory of tsecli stays: what lies in it is counted.
    names: new Set(rest.filter((line) => /^(?:pin|instance) /.test(line) && line !== 'pin tsecli')),
  };
}

function readPrograms(json: string): readonly (readonly [number, string])[] {
  try {
    const found: unknown = JSON.parse(json);
    return Array.isArray(found) ? found.flatMap(programOf) : [];
  } catch {
    return [];
  }
}

function programOf(entry: unknown): readonly (readonly [number, string])[] {
  if (typeof entry !== 'object' || entry === null || !('id' in entry) || !('name' in entry)) return [];
  return [[Number(entry.id), String(entry.name)]];
}

/** The kernel keeps this much of a name: BPF_OBJ_NAME_LEN, include/uapi/linux/bpf.h. */
const keptLetters = 15;

/**
 * What is there that was not, of a run whose programs have these names. The kernel takes things away a moment after
 * their last user has gone: so it is asked again for a while.
 */
export async function findLeftovers(
  before: KernelState,
  programs: readonly string[],
  look: () => Promise<KernelState>,
): Promise<readonly string[]> {
  const names = new Set(programs.map((name) => name.slice(0, keptLetters)));
  const compare = async (): Promise<readonly string[]> => {
    const now = await look();
    return [
      ...[...now.programs].flatMap(([id, name]) =>
        names.has(name) && !before.programs.has(id) ? [`program ${name}`] : [],
      ),
      ...[...now.names].filter((name) => !before.names.has(name)),
    ];
  };
  let found = await compare();
  for (let again = 0; found.length > 0 && again < 20; again++) {
    await sleep(100);
    found = await compare();
  }
  return found;
}
