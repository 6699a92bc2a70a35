/**
 * Of flags for clang, those that define or undefine macros, each as one word; undefined where there are others that may
 * change what vmlinux.h means or what clang says of it. Directories for `#include` change neither: vmlinux.h includes
 * nothing, and ours is found before theirs.
 */
export function macroFlags(flags: readonly string[]): string[] | undefined {
  const macros: string[] = [];
  for (let index = 0; index < flags.length; index++) {
    const flag = flags[index] ?? '';
    const name = /^-[DUI]/.exec(flag)?.[0];
    if (!name) return undefined;
    // `-D X` is `-DX`.
    const value = flag.length > 2 ? flag.slice(2) : flags[++index];
    if (value === undefined) return undefined;
    if (name !== '-I') macros.push(`${name}${value}`);
  }
  return macros;
}
