import type { Origin } from '../source/types.js';

/** What an error calls a package by: as the user named it. */
export function originName(origin: Origin): string {
  switch (origin.kind) {
    case 'file':
      return origin.path;
    case 'stdin':
      return '-';
    case 'url':
      return origin.url;
    case 'oci':
      return origin.reference;
    default:
      return origin satisfies never;
  }
}
