// @ts-check
// Hooks of node's module loader: what a test file of a group imports as `tap` is the test that is its own top.

/** @type {import('node:module').ResolveHook} */
export async function resolve(specifier, context, nextResolve) {
  const { parentURL } = context;
  if (specifier !== 'tap' || !parentURL || !new URL(parentURL).pathname.endsWith('.test.ts'))
    return await nextResolve(specifier, context);
  const url = new URL('./tap-of-file.mjs', import.meta.url);
  url.searchParams.set('file', parentURL);
  return { url: url.href, format: 'module', shortCircuit: true };
}
