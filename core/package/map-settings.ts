import { TseccError } from '../errors.js';
import { message, type Phrase } from '../message.js';
import type { PackageFacts, SkeletonMap } from './types.js';

/** What the manifest says of a map, in ecc's part. */
export function mapSettings({ meta }: PackageFacts, map: string): SkeletonMap | undefined {
  return meta.bpf_skel.maps?.find(({ name }) => name === map);
}

/** What `@intepreter {"stack_trace": …}` of a map says, by ecc's spelling or the right one; undefined without. */
export function stackTraceOf(
  facts: PackageFacts,
  map: string,
): Readonly<Record<string, unknown>> | undefined {
  const settings = mapSettings(facts, map);
  const interpreter = asObject(settings?.intepreter) ?? asObject(settings?.['interpreter']);
  return asObject(interpreter?.['stack_trace']);
}

/** The error for what a package says of a map's data. */
export function invalidMap(map: string, why: Phrase, cause?: unknown): TseccError {
  return new TseccError('package-invalid', message`read map '${map}': ${why}`, {
    cure: message`compile the package again`,
    ...(cause === undefined ? {} : { cause }),
  });
}

/** An unknown value as an object; undefined for anything else. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(Object.entries(value));
}
