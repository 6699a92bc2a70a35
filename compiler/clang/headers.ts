import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the headers of a compile offer, for suggesting names. Read only when asked for: after a mistake. */
export interface Headers {
  /** Names of libbpf's helpers. */
  readonly helpers: () => readonly string[];
  /** How a helper is declared: `long bpf_get_current_comm(void *buf, __u32 size_of_buf)`. */
  readonly prototype: (helper: string) => string | undefined;
  /** Fields of one of the kernel's structs or unions, those of anonymous ones within included. */
  readonly fields: (owner: string) => readonly string[];
  /** Names of the kernel's structs. */
  readonly structs: () => readonly string[];
  /** Headers that a BPF source may include, as it names them. */
  readonly names: () => readonly string[];
  /** Whether the source itself includes a header. */
  readonly included: (header: string) => boolean;
}

/** Where nothing is known. */
export const noHeaders: Headers = {
  helpers: () => [],
  prototype: () => undefined,
  fields: () => [],
  structs: () => [],
  names: () => [],
  included: () => false,
};

/** The headers of a source, as clang finds them: in `directories`, the first goes before the others. */
export function readHeaders(source: string, directories: readonly string[]): Headers {
  const prototypes = once(() => readPrototypes(find(directories, 'bpf/bpf_helper_defs.h')));
  const vmlinux = once(() => find(directories, 'vmlinux.h'));
  return {
    helpers: () => [...prototypes().keys()],
    prototype: (helper) => prototypes().get(helper),
    fields: (owner) => readFields(vmlinux(), owner),
    structs: () => Array.from(vmlinux().matchAll(/^struct (\w+) \{/gm), ([, name = '']) => name),
    names: () => ['vmlinux.h', ...directories.flatMap(listHeaders)],
    included: (header) => includes(source, header),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function find(directories: readonly string[], name: string): string {
  for (const directory of directories) {
    try {
      return readFileSync(join(directory, name), 'utf8');
    } catch {
      // Not in this one.
    }
  }
  return '';
}

// static long (*bpf_map_update_elem)(void *map, …) = (void *) 2;
const declaration =
  /^static (?<type>.+?)\(\* ?(?:const )?(?<name>bpf_\w+)\)\((?<parameters>.*)\) = \(void \*\) ?\d+;/gm;

function readPrototypes(text: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(text.matchAll(declaration), ({ groups = {} }) => {
      const { type = '', name = '', parameters = '' } = groups;
      return [name, `${type}${name}(${parameters})`];
    }),
  );
}

// bpftool indents by tabs, and closes a struct in the first column.
function readFields(vmlinux: string, owner: string): readonly string[] {
  const start = new RegExp(`^(?:struct|union) ${owner} \\{\\n`, 'm').exec(vmlinux);
  if (!start) return [];
  const from = start.index + start[0].length;
  const body = vmlinux.slice(from, vmlinux.indexOf('\n}', from));
  return Array.from(
    body.matchAll(/(\w+)(?:\[\w*\])*(?:: ?\d+)?;$|\(\*(\w+)\)\(/gm),
    ([, plain, pointer]) => plain ?? pointer ?? '',
  );
}

/** The rooms of headers for BPF sources: libbpf's, and ours. */
const rooms = ['bpf', 'tsecc'];

function listHeaders(directory: string): string[] {
  return rooms.flatMap((room) => {
    try {
      return readdirSync(join(directory, room)).map((name) => `${room}/${name}`);
    } catch {
      return [];
    }
  });
}

function includes(source: string, header: string): boolean {
  return Array.from(
    source.matchAll(/^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)/gm),
    ([, name]) => name,
  ).includes(header);
}
