/** BPF_OBJ_NAME_LEN of linux/bpf.h: a map's name in the kernel has one character less. */
const BPF_OBJ_NAME_LEN = 16;

/** Shortest suffix that room is kept for: `.rodata` (internal_map_name of libbpf's libbpf.c, since 0.0.5). */
const shortestSuffix = 7;

/**
 * The name libbpf gives the map of a section of variables, for instance `kprobe_l.rodata` for `.rodata` of
 * `kprobe_link_bpf`. A section with two dots, such as `.rodata.cfg`, is named without the object (libbpf ≥ 0.6).
 */
export function dataMapName(objectName: string, section: string): string {
  const suffixLength = Math.min(Math.max(shortestSuffix, section.length), BPF_OBJ_NAME_LEN - 1);
  const prefixLength = section.includes('.', 1) ? 0 : BPF_OBJ_NAME_LEN - suffixLength - 1;
  const name = objectName.slice(0, prefixLength) + section.slice(0, suffixLength);
  return name.replaceAll(/[^A-Za-z0-9_.]/g, '_');
}

/** The map's name in a C skeleton: `rodata` for `.rodata`, `rodata_cfg` for `.rodata.cfg` (get_map_ident of bpftool). */
export function dataMapIdent(section: string): string {
  return section.replace(/^\./, '').replaceAll(/[^A-Za-z0-9_]/g, '_');
}
