// @ts-check
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rooms whose tests share processes. All others start programs or labs, and last longer than a process's start. */
const shared = /^test\/(compiler|core|runtime|soak|tools|tutorials)\//;

/** Folders below `test` that hold no tests of the suite, as `.taprc` has it. */
const without = /^test\/(?:fixtures|bench)\//;

/** Where groups stand, relative to the project. */
export const groupsFolder = '.tap/groups';

/**
 * Divides test files into those that share a process, a room each, and those that have one each.
 * @param {readonly string[]} files relative to the project
 */
export function divideTests(files) {
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  /** @type {string[]} */
  const single = [];
  for (const file of files) {
    const [, room] = shared.exec(file) ?? [];
    if (room === undefined) single.push(file);
    else groups.set(room, [...(groups.get(room) ?? []), file]);
  }
  return { groups, single };
}

/**
 * Writes a file for each group, and gives what tap is to run for the whole suite.
 * @param {string} root
 * @returns {readonly string[]} relative to root
 */
export function formGroups(root) {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file}`)
    .filter((file) => file.endsWith('.test.ts') && !without.test(file))
    .sort();
  const { groups, single } = divideTests(files);
  rmSync(join(root, groupsFolder), { recursive: true, force: true });
  mkdirSync(join(root, groupsFolder), { recursive: true });
  const written = [...groups].map(([name, group]) => {
    const path = `${groupsFolder}/${name}.mjs`;
    writeFileSync(join(root, path), groupText(group));
    return path;
  });
  return [...written, ...single];
}

/** @param {readonly string[]} files */
function groupText(files) {
  return `import { runGroup } from '../../tools/testing/group/run-group.mjs';

await runGroup(new URL('../..', import.meta.url), ${JSON.stringify(files, null, 2)});
`;
}
