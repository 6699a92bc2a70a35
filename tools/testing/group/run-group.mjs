// @ts-check
import { register } from 'node:module';
import t from 'tap';

/** @import { Test } from 'tap' */

/**
 * The test that a file in this process has as its own top, by the file's URL.
 * @type {Map<string, Test>}
 */
const tops = new Map();

/**
 * Runs many test files in this process, one after the other: the start of a process of tap costs a second, which most
 * of them do not need. Each has a test of its own as what it imports as `tap`, so that what it sets up is its own.
 * @param {URL} root of the project, a folder's
 * @param {readonly string[]} files relative to it
 */
export async function runGroup(root, files) {
  register('./hooks.mjs', import.meta.url);
  const ended = files.map((file) => {
    const { href } = new URL(file, root);
    return t.test(file, async (top) => {
      tops.set(href, top);
      await import(href);
    });
  });
  await Promise.all(ended);
}

/** @param {string} url of a test file */
export function topOf(url) {
  const top = tops.get(url);
  if (!top) throw new Error(`${url} imports tap, but is no test of this group`);
  return top;
}
