import type { OpenedPackage } from '../../core/package/types.js';
import type { PolicyRules } from '../../core/policy/types.js';
import type { RunRequest } from '../options/parse-options.js';

/**
 * Holds a package to the rules of the host's policy, and to those of `--allow` and `--deny`: neither loosens the other.
 * Most requests have none, and then nothing of it is loaded.
 */
export async function requireRules(
  opened: OpenedPackage,
  request: Pick<RunRequest, 'rules' | 'attach' | 'disable' | 'attachOptions'>,
  policy: PolicyRules = {},
): Promise<void> {
  for (const { allow = [], deny = [] } of [policy, request.rules]) {
    if (allow.length === 0 && deny.length === 0) continue;
    const { parseRules } = await import('./parse-rule.js');
    const rules = parseRules(allow, deny);
    const { checkPackageRules } = await import('./check-package-rules.js');
    checkPackageRules(opened, request, rules);
  }
}
