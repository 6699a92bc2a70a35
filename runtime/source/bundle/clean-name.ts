import { message, type Phrase } from '../../../core/message.js';

/** Linux's PATH_MAX. */
const maxLength = 4096;

/**
 * The name of a file in a bundle without `./` before it and `/` behind it; undefined for the bundle's own directory.
 * One that leads outside, or that no tool writes, goes to `fail`.
 */
export function cleanName(path: string, fail: (why: Phrase) => never): string | undefined {
  if (path.startsWith('/')) return fail(message`'${path}' is an absolute path`);
  if (path.length > maxLength) return fail(message`a name of ${path.length} characters`);
  const name = path.replace(/^(?:\.\/+)+/, '').replace(/\/+$/, '');
  if (name === '' || name === '.') return undefined;
  const parts = name.split('/');
  if (parts.includes('..')) return fail(message`'${path}' leads outside`);
  // oxlint-disable-next-line no-control-regex -- these are what is looked for.
  if (parts.some((part) => part === '' || part === '.') || /[\\\u0000-\u001f\u007f]/.test(name)) {
    return fail(message`'${path}' is not the name of a file`);
  }
  return name;
}
