// @ts-check
// Hooks of node's module loader: `./x.js` of a TypeScript file finds `./x.ts`, which is loaded as JavaScript.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transpile } from './transpile.mjs';

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, nextResolve) {
  const source = findSource(specifier, context.parentURL);
  return await nextResolve(source ?? specifier, context);
}

/** @type {import('node:module').LoadHook} */
export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:')) return await nextLoad(url, context);
  const { pathname } = new URL(url);
  if (!pathname.endsWith('.ts')) return await nextLoad(url, context);
  return {
    format: 'module',
    shortCircuit: true,
    source: await transpile(fileURLToPath(new URL(pathname, url))),
  };
}

/**
 * The TypeScript file that a TypeScript file means by the name of what it becomes.
 * @param {string} specifier
 * @param {string | undefined} parent
 */
function findSource(specifier, parent) {
  if (!parent || !/\.ts(\?|$)/.test(parent) || !/^\.\.?\/.*\.js$/.test(specifier)) return undefined;
  const url = new URL(specifier.replace(/js$/, 'ts'), parent);
  return existsSync(url) ? url.href : undefined;
}
