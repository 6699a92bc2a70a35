import { unbundle } from './bundle/unbundle.js';
import { sourceTable } from './table.js';
import type { FetchedPackage, SourceContext } from './types.js';

/**
 * Reads a package from where its name says: `-`, an http(s) address, a reference to a registry, or a file. What came over
 * the network has the digest that its name or its manifest demands, and is otherwise not trusted. Throws
 * `package-invalid` for what is wrong with it, `unforeseen` for a network that cannot be reached.
 */
export async function readSource(name: string, context: SourceContext): Promise<FetchedPackage> {
  for (const { takes, read } of sourceTable) {
    if (!takes(name)) continue;
    const fetched = await read(name, context);
    return { ...fetched, ...(await unbundle(fetched.bytes)) };
  }
  throw new Error(`no kind of source takes '${name}'`);
}
