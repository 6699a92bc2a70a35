/** Prefixes that libbpf takes for each other. */
const twins: Readonly<Record<string, string>> = {
  tracepoint: 'tp',
  tp: 'tracepoint',
  raw_tp: 'raw_tracepoint',
  raw_tracepoint: 'raw_tp',
};

/**
 * A section's name, or another way to write the same that no other section has: where two have one name, libbpf
 * applies the relocations of the second to the first, since `.BTF.ext` knows them by name. Undefined where there is no
 * other way.
 */
export function unusedSpelling(section: string, used: ReadonlySet<string>): string | undefined {
  return spellings(section).find((spelling) => !used.has(spelling));
}

function spellings(section: string): readonly string[] {
  const [prefix = '', ...rest] = section.split('/');
  const target = rest.join('/');
  const twin = Object.hasOwn(twins, prefix) ? twins[prefix] : undefined;
  if (twin !== undefined) return [section, `${twin}/${target}`];
  // An offset of nothing, in as many digits as it takes.
  if (/^k(?:ret)?probe$/.test(prefix) && !target.includes('+')) {
    return [section, ...Array.from({ length: 8 }, (_, digits) => `${section}+0${'0'.repeat(digits)}`)];
  }
  return [section];
}
