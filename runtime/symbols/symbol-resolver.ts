import type { SymbolResolver } from '../decode/types.js';
import type { Kernel } from '../kernel/types.js';
import { kernelSymbols } from './kernel-symbols.js';
import { userSymbols } from './user-symbols.js';

const resolvers = new WeakMap<Kernel, SymbolResolver>();

/** Names addresses of this kernel and its processes; nothing is read before the first question. One for each kernel. */
export function symbolResolver(kernel: Kernel): SymbolResolver {
  const known = resolvers.get(kernel);
  if (known) return known;
  const resolver = { kernel: kernelSymbols(kernel), user: userSymbols(kernel) };
  resolvers.set(kernel, resolver);
  return resolver;
}
