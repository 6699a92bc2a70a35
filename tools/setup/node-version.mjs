// @ts-check

/** The oldest major version of Node.js that the project runs on; package.json's `engines` says the same. */
export const oldestNode = 20;

/**
 * Why this Node.js cannot run the project, as a sentence; undefined when it can.
 * @param {string} version as in process.versions.node, for instance `18.19.1`
 */
export function explainOldNode(version) {
  const major = Number.parseInt(version, 10);
  if (major >= oldestNode) return undefined;
  return `Node.js ${version} is too old: tsecc needs Node.js ${oldestNode} or newer (get it from your distribution, from nodejs.org, or with nvm install ${oldestNode})`;
}
