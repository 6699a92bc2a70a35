// @ts-check
import { format, resolveConfig } from 'prettier';

/** @typedef {import('./describe-api.mjs').ApiModule} ApiModule */

/**
 * The reference, docs/api.md: a section for each module, one in it for each name.
 *
 * @param {readonly ApiModule[]} modules
 * @param {string} root for the form of the text
 */
export async function renderReference(modules, root) {
  const sections = modules.map(({ module, about, names }) =>
    [
      `## ${module}`,
      about,
      ...names.map(
        ({ name, about: text, documented }) => `### ${name}\n\n${text}\n\n\`\`\`ts\n${documented}\n\`\`\``,
      ),
    ].join('\n\n'),
  );
  return await formed(
    ['# Reference of the library', introduction, ...sections].join('\n\n'),
    'docs/api.md',
    root,
  );
}

const introduction = `Every name that the library exports, made from the doc comments of the sources: \`UPDATE_API=1 npm test -- test/api.test.ts\` writes
this page anew. [library.md](library.md) shows how they are used.`;

/**
 * The snapshot: every name with its whole signature and nothing else, so that a change of it is seen.
 *
 * @param {readonly ApiModule[]} modules
 * @param {string} root for the form of the text
 */
export async function renderSurface(modules, root) {
  const text = modules.map(
    ({ module, names }) => `// ${module}\n\n${names.map(({ signature }) => `${signature}\n`).join('\n')}`,
  );
  return await formed(text.join('\n'), 'surface.ts', root);
}

/**
 * @param {string} text
 * @param {string} path that its form is found by
 * @param {string} root
 */
async function formed(text, path, root) {
  const options = await resolveConfig(`${root}/package.json`);
  return await format(text, { ...options, filepath: path });
}
