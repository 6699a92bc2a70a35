// @ts-check

/** @typedef {'debian' | 'fedora' | 'arch' | 'alpine'} Family distributions that share a package tool */

/** What `ID` and `ID_LIKE` of /etc/os-release mean for us; derivatives name their parent in `ID_LIKE`. */
const families = /** @type {const} */ ({
  debian: 'debian',
  ubuntu: 'debian',
  fedora: 'fedora',
  rhel: 'fedora',
  centos: 'fedora',
  arch: 'arch',
  archarm: 'arch',
  alpine: 'alpine',
});

/**
 * The family of the distribution that an os-release file describes, undefined for one we have no package names for.
 * @param {string} osRelease text of /etc/os-release, see os-release(5)
 * @returns {{name: string, family: Family | undefined}}
 */
export function readDistribution(osRelease) {
  const fields = readFields(osRelease);
  const ids = `${fields.get('ID')} ${fields.get('ID_LIKE')}`.toLowerCase().split(/\s+/);
  const known = ids.find((id) => Object.hasOwn(families, id));
  return {
    name: fields.get('PRETTY_NAME') ?? fields.get('ID') ?? 'this system',
    family: known === undefined ? undefined : families[/** @type {keyof typeof families} */ (known)],
  };
}

/**
 * Shell-like assignments, one a line; values may be quoted.
 * @param {string} text
 */
function readFields(text) {
  const fields = new Map();
  for (const line of text.split('\n')) {
    const match = /^([A-Z_0-9]+)=(.*)$/.exec(line.trim());
    if (match) fields.set(match[1], (match[2] ?? '').replace(/^(["'])(.*)\1$/, '$2'));
  }
  return /** @type {Map<string, string>} */ (fields);
}
