import type { CommandIo } from '../../core/command.js';
import { openPackage } from '../../core/package/open.js';
import { hostPolicyFile, type PolicyFile } from '../policy/policy-file.js';
import { readSource } from '../source/read-source.js';
import { sourceContext } from '../source/source-context.js';
import { readKeyFiles } from '../trust/read-key-file.js';
import { describePackage } from './describe.js';
import { describeSource } from './describe-source.js';
import { describeTrust } from './describe-trust.js';
import { descriptionJson } from './description-json.js';
import { descriptionText } from './description-text.js';
import type { InspectRequest } from './parse-inspect.js';

/** What the caller may hand over. */
export interface InspectHooks {
  readonly signal?: AbortSignal | undefined;
  readonly policyFile?: PolicyFile | undefined;
}

/**
 * Performs `tsecli inspect`: says what a package is, what it may do, who signed it and whether this host would run it,
 * without loading it and without demanding any trust.
 */
export async function inspectPackage(
  request: InspectRequest,
  io: CommandIo,
  { signal, policyFile = hostPolicyFile }: InspectHooks = {},
): Promise<number> {
  const directory = io.cwd();
  const keys = await readKeyFiles(request.keys, directory);
  const fetched = await readSource(request.package, sourceContext(request, io, signal));
  const opened = openPackage(fetched.bytes);
  const facts = {
    ...describeSource(fetched),
    trust: await describeTrust(fetched, opened, { ...request, keys, directory, policyFile }),
  };
  const description = describePackage(opened);
  io.stdout.write(
    request.json
      ? descriptionJson(description, facts)
      : descriptionText(description, { source: request.package, ...facts }, io.translate ?? String),
  );
  return 0;
}
