// @ts-check
import { readDistribution } from './distribution.mjs';
import { findMissing } from './needs.mjs';
import { choosePackages, packageTools } from './package-tools.mjs';
import { rootPrefix } from './privilege.mjs';
import { SetupError } from './setup-error.mjs';
import { perform } from './step.mjs';

/** @import { Need } from './needs.mjs' */
/** @import { PackageTool } from './package-tools.mjs' */
/** @import { Context } from './step.mjs' */

/**
 * Installs the programs and headers that the system lacks, with its own package tool. Says nothing when none is
 * missing. Throws SetupError where it cannot: an unknown distribution, no root and no sudo, a failed installation.
 * @param {Context} context
 */
export function installSystemPackages(context) {
  const missing = findMissing(context.host, context);
  if (missing.length === 0) return;
  const tool = packageToolOf(context, missing);
  const plan = planInstallation(context, tool, missing);
  if (!plan.asRoot && !context.dryRun) {
    throw new SetupError(
      `${describe(missing)}, and installing needs root: run as root, then call this again:\n` +
        plan.commands.map((command) => `  ${command.join(' ')}\n`).join(''),
    );
  }
  install(context, tool, missing, plan);
  if (context.dryRun) return;
  const left = findMissing(context.host, context);
  if (left.length > 0)
    throw new SetupError(`${describe(left)}, even after installing ${plan.packages.join(' ')}`);
}

/**
 * @param {Context} context
 * @param {readonly Need[]} missing
 * @returns {PackageTool}
 */
function packageToolOf({ host }, missing) {
  const text = host.readText('/etc/os-release') ?? host.readText('/usr/lib/os-release') ?? '';
  const { name, family } = readDistribution(text);
  if (family) return packageTools[family];
  throw new SetupError(
    `${describe(missing)}; the package names of ${name} are not known here, so install these by hand`,
  );
}

/**
 * @param {Context} context
 * @param {PackageTool} tool
 * @param {readonly Need[]} missing
 */
function planInstallation({ host }, tool, missing) {
  const { packages, refresh } = choosePackages(
    host,
    tool,
    missing.map((need) => need.name),
  );
  const prefix = rootPrefix(host);
  const commands = [...(refresh ? [tool.refresh] : []), tool.install(packages)];
  return {
    packages,
    refresh,
    asRoot: prefix !== undefined,
    commands: commands.map((command) => [...(prefix ?? []), ...command]),
  };
}

/**
 * Fetches the package lists first where a package is not in them, and after a failure: an old list names versions
 * that the mirror no longer has.
 * @param {Context} context
 * @param {PackageTool} tool
 * @param {readonly Need[]} missing
 * @param {ReturnType<typeof planInstallation>} plan
 */
function install(context, tool, missing, plan) {
  const purpose = `installing ${missing.map((need) => need.name).join(', ')} (may take minutes)`;
  const prefix = rootPrefix(context.host) ?? [];
  const refresh = () => perform(context, 'fetching the package lists', [...prefix, ...tool.refresh]);
  const installNow = () => {
    const names = missing.map((need) => need.name);
    perform(context, purpose, [
      ...prefix,
      ...tool.install(choosePackages(context.host, tool, names).packages),
    ]);
  };
  if (plan.refresh) {
    refresh();
    installNow();
    return;
  }
  try {
    installNow();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    refresh();
    installNow();
  }
}

/** @param {readonly Need[]} missing */
function describe(missing) {
  return missing.map((need) => `${need.name} is missing: it ${need.purpose}`).join('; ');
}
