import { readObject } from '../../core/object/read-object.js';
import type { OpenedPackage, PackageMeta } from '../../core/package/types.js';
import { applyToObject } from '../arguments/apply-to-object.js';
import { argumentsOf } from '../arguments/arguments-of.js';
import { parseArguments } from '../arguments/parse-arguments.js';
import type { Patch } from '../arguments/types.js';
import type { MapSize } from '../options/map-size.js';
import { resizeMaps, ringBuffers } from './resize-maps.js';
import type { Phrase } from '../../core/message.js';

/** What the user sets in a package. */
export interface Configuration {
  /** The program's own arguments: `--name`, `value`. */
  readonly arguments?: readonly string[];
  readonly mapSizes?: readonly MapSize[];
  /** Bytes of all ring buffers that `mapSizes` does not name. */
  readonly bufferSize?: number | undefined;
}

/** A package with its variables and sizes set. */
export interface ConfiguredPackage {
  readonly opened: OpenedPackage;
  /** Variables of `.bss`, for `startRun`: they have no bytes in the object. */
  readonly variables: readonly Patch[];
  /** What the arguments ask for in place of a run; nothing is set then. */
  readonly asked: 'help' | 'version' | undefined;
  /** What the user should know of what became of his wishes. */
  readonly notes: readonly Phrase[];
}

/**
 * Sets the variables of a package as its arguments and the manifest's defaults say, and the sizes of its maps. Where
 * there is nothing to set the package is given back as it is, unread. Throws `usage` for wishes that make no sense and
 * `package-invalid` for defaults that do not fit.
 */
export function configurePackage(opened: OpenedPackage, configuration: Configuration): ConfiguredPackage {
  const { arguments: argv = [], mapSizes: named = [], bufferSize } = configuration;
  const { meta } = opened.manifest;
  const untouched = { opened, variables: [], asked: undefined, notes: [] };
  if (argv.length === 0 && named.length === 0 && bufferSize === undefined && !namesDefaults(meta))
    return untouched;
  const object = readObject(opened.object);
  const { patches, help, version } = parseArguments(argumentsOf(object, meta), argv);
  if (help || version) return { ...untouched, asked: help ? 'help' : 'version' };
  const { object: patched, runtime } = applyToObject(opened.object, patches);
  const rings = bufferSize === undefined ? [] : ringBuffers(object).map((map) => ({ map, size: bufferSize }));
  const { object: resized, notes } = resizeMaps(object, [...rings, ...named], patched);
  return { ...untouched, opened: { ...opened, object: resized }, variables: runtime, notes };
}

/** Whether the manifest says what a variable is to be: most say nothing. */
function namesDefaults({ bpf_skel: { data_sections: sections } }: PackageMeta): boolean {
  const variables = (sections ?? []).flatMap((section) => section.variables);
  return variables.some(({ value, cmdarg }) => (value ?? cmdarg ?? undefined) !== undefined);
}
