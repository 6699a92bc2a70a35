import { statSync } from 'node:fs';

/** Where a policy lies, and whose it has to be. */
export interface PolicyFile {
  readonly path: string;
  /** User id of the one who may write it. */
  readonly owner: number;
}

/** The policy of this host. No variable and no option moves it: whoever may not loosen it could. */
export const hostPolicyFile: PolicyFile = { path: '/etc/tsecli/policy.json', owner: 0 };

/** Whether there is a policy: one that cannot be seen counts as there, and reading it then tells why. */
export function hasPolicy({ path }: PolicyFile): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}
