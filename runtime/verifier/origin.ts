import type { RefusalContext } from './types.js';

/** The function that gave a register its value, as `bpf_map_lookup_elem()`; undefined where its line does not tell. */
export function originOf(register: string, { log }: RefusalContext): string | undefined {
  const source = log.registers.get(register)?.source?.text ?? '';
  const name = /\b(bpf_\w{1,60})\s*\(/.exec(source)?.[1];
  return name === undefined ? undefined : `${name}()`;
}
