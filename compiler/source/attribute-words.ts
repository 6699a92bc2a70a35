import { readDirective } from './conditionals.js';
import type { Token } from './tokens.js';

/** Macros of the kernel's and libbpf's headers that stand for attributes, and the compiler's own keywords for them. */
const known = [
  '__always_inline',
  '__noinline',
  '__inline',
  '__inline__',
  '__weak',
  '__hidden',
  '__ksym',
  '__kconfig',
  '__kptr',
  '__kptr_untrusted',
  '__percpu_kptr',
  '__uptr',
  '__bpf_fastcall',
  '__bpf_kfunc',
  '__maybe_unused',
  '__unused',
  '__used',
  '__packed',
  '__aligned',
  '__attribute__',
  '__attribute',
  '__extension__',
  '__user',
  '__kernel',
  '__percpu',
  '__rcu',
  '__iomem',
  '__force',
  '__must_check',
  '__success',
  '__failure',
  '__log_level',
  '__msg',
  '__arg_ctx',
  '__arg_nonnull',
  '__arg_nullable',
  '__arg_trusted',
  '__arg_arena',
  '__arg_tag',
];

/** What may stand beside attributes in such a macro; without it a declaration still declares the same name. */
const specifiers = new Set(['static', 'inline', 'extern', 'volatile']);

/** The attribute that each attribute word stands for, as far as its definition shows it: `__packed` is packed. */
export type AttributeWords = ReadonlyMap<string, string>;

/**
 * The words of a source that stand for attributes, or for `inline`: the usual ones, and the macros that the source
 * itself defines as nothing else. A C grammar takes them for types or names, so they must be known beforehand.
 */
export function findAttributeWords(text: string, tokens: readonly Token[]): AttributeWords {
  const words = new Map(known.map((word) => [word, word]));
  for (const token of tokens) {
    if (token.kind !== 'directive') continue;
    const [word, rest] = readDirective(text, token);
    const definition = word === 'define' ? /^(\w+)(\([^)]*\))?\s+([^]+)$/.exec(rest) : null;
    const [, name = '', , body = ''] = definition ?? [];
    // A source without libbpf's headers defines SEC() for itself; it means the same.
    if (name && name !== 'SEC' && isAttributes(body, words)) words.set(name, body);
  }
  return words;
}

function isAttributes(body: string, words: AttributeWords): boolean {
  const rest = body
    .replace(/\b__attribute(?:__)?\s*\(\(.*\)\)/g, '')
    .replace(/[A-Za-z_]\w*/g, (word) => (specifiers.has(word) || words.has(word) ? '' : word));
  return rest.trim() === '' && /\S/.test(body);
}
