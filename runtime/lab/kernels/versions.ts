import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';

/** Whether a text is a kernel version as people give it: `6.1`, or a longer beginning of a release. */
export function isVersion(text: string): boolean {
  return /^\d+\.\d+[\w.+~-]*$/.test(text);
}

/** `6.1` of `6.1.0-56-cloud-amd64`. Throws `tool-missing` where it does not begin so. */
export function shortVersion(release: string): string {
  const found = /^\d+\.\d+/.exec(release);
  if (found) return found[0];
  throw new TseccError('tool-missing', message`read kernel: '${release}' is no kernel release`);
}

/** Whether a release is of a version, number by number: 6.1 is not a beginning of 6.12. */
export function matchesVersion(release: string, version: string): boolean {
  return release === version || (release.startsWith(version) && !/^\d/.test(release.slice(version.length)));
}

/** Orders versions as people do: number by number. */
export function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
