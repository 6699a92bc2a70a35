// @ts-check
import { findProgram } from './host.mjs';

/** @import { Host } from './host.mjs' */

/** sudo hands on no variables; without this one, apt could ask questions that nobody sees. */
const quiet = ['env', 'DEBIAN_FRONTEND=noninteractive'];

/**
 * What to write before a command that only root may run: nothing for root, sudo for others. Undefined where neither
 * root nor sudo is to be had, that is: no sudo, or one that would ask for a password where nobody can answer.
 * @param {Host} host
 * @returns {readonly string[] | undefined}
 */
export function rootPrefix(host) {
  if (host.isRoot) return [];
  if (!findProgram(host, ['sudo'])) return undefined;
  if (host.run(['sudo', '-n', 'true']).status === 0) return ['sudo', '-n', ...quiet];
  return host.isTerminal ? ['sudo', ...quiet] : undefined;
}
