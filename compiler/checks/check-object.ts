import type { Diagnostic } from '../../core/diagnostics.js';
import type { BpfObject } from '../../core/object/types.js';
import { advise } from '../describe/advise.js';
import { checkFormats } from './check-formats.js';
import { checkHelperLicense } from './check-helper-license.js';
import { checkMacros } from './check-macros.js';
import { checkMapMembers } from './check-map-members.js';
import { checkMaps } from './check-maps.js';
import { checkOldMaps } from './check-old-maps.js';
import { checkSections } from './check-sections.js';
import { checkUndefined } from './check-undefined.js';
import { sourcePlaces } from './source-places.js';
import type { Check } from './types.js';

const checks: readonly Check[] = [
  ({ object }) => advise(object),
  checkHelperLicense,
  checkSections,
  checkMacros,
  checkOldMaps,
  checkMapMembers,
  checkMaps,
  checkFormats,
  checkUndefined,
];

/**
 * What is wrong with an object that clang made without a word: an error where it can be loaded nowhere, a warning where
 * it does not do what its author expects. In the order of the source.
 */
export function checkObject(
  object: BpfObject,
  source: { readonly path: string; readonly directory: string; readonly text: string },
): Diagnostic[] {
  const checked = { object, places: sourcePlaces(source) };
  return checks
    .flatMap((check) => check(checked))
    .sort((a, b) => (a.location?.line ?? 0) - (b.location?.line ?? 0));
}
