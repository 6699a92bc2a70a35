import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { isDigest } from './digest.js';
import { mediaTypes } from './media-types.js';
import type { Descriptor, ImageIndex, ImageManifest, ReadManifest } from './types.js';

/** The largest manifest that is read: what registries take. */
export const maxManifestSize = 4 * 1024 * 1024;

/** More layers or variants than anything has. */
const maxEntries = 1000;

/** Reads a manifest or an index, of OCI or Docker. Every byte counts as hostile. Throws `package-invalid`. */
export function readManifest(bytes: Uint8Array, name: Phrase): ReadManifest['content'] {
  const value = parse(bytes, name);
  const mediaType = value['mediaType'];
  const isIndex =
    mediaType === mediaTypes.index ||
    mediaType === mediaTypes.dockerIndex ||
    (mediaType === undefined && Array.isArray(value['manifests']));
  if (value['schemaVersion'] !== 2) throw invalid(name, 'schemaVersion');
  const common = {
    schemaVersion: 2 as const,
    ...optional('artifactType', textIn(value, 'artifactType', name)),
    ...optional('annotations', annotationsIn(value, name)),
  };
  if (isIndex) {
    const index: ImageIndex = {
      ...common,
      mediaType: mediaTypes.index,
      manifests: descriptorsIn(value, 'manifests', name),
    };
    return { kind: 'index', index };
  }
  // Nothing else has layers; the type that is told may be of Docker, or absent.
  const manifest: ImageManifest = {
    ...common,
    mediaType: mediaTypes.manifest,
    config: descriptorOf(value['config'], name, 'config'),
    layers: descriptorsIn(value, 'layers', name),
    ...(value['subject'] === undefined ? {} : { subject: descriptorOf(value['subject'], name, 'subject') }),
  };
  return { kind: 'manifest', manifest };
}

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(bytes: Uint8Array, name: Phrase): JsonObject {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (isObject(value)) return value;
  } catch (cause) {
    throw new TseccError('package-invalid', message`read ${name}: its manifest is not JSON`, { cause });
  }
  throw invalid(name, '');
}

function descriptorsIn(value: JsonObject, key: string, name: Phrase): readonly Descriptor[] {
  const list = value[key];
  if (!Array.isArray(list) || list.length > maxEntries) throw invalid(name, key);
  return list.map((each, index) => descriptorOf(each, name, `${key}/${index}`));
}

function descriptorOf(value: unknown, name: Phrase, at: string): Descriptor {
  if (!isObject(value)) throw invalid(name, at);
  const { mediaType, digest, size, platform } = value;
  if (typeof mediaType !== 'string') throw invalid(name, `${at}/mediaType`);
  if (!isDigest(digest)) throw invalid(name, `${at}/digest`);
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) throw invalid(name, `${at}/size`);
  return {
    ...{ mediaType, digest, size },
    ...optional('artifactType', textIn(value, 'artifactType', name)),
    ...optional('annotations', annotationsIn(value, name)),
    ...optional('platform', platformOf(platform)),
  };
}

function platformOf(value: unknown): Descriptor['platform'] {
  if (!isObject(value)) return undefined;
  const { architecture, os } = value;
  return typeof architecture === 'string' && typeof os === 'string' ? { architecture, os } : undefined;
}

function annotationsIn(value: JsonObject, name: Phrase): Readonly<Record<string, string>> | undefined {
  const given = value['annotations'];
  if (given === undefined || given === null) return undefined;
  if (!isObject(given)) throw invalid(name, 'annotations');
  const entries = Object.entries(given).map(([key, text]): [string, string] => {
    if (typeof text !== 'string') throw invalid(name, 'annotations');
    return [key, text];
  });
  return Object.fromEntries(entries);
}

function textIn(value: JsonObject, key: string, name: Phrase): string | undefined {
  const text = value[key];
  if (text === undefined || typeof text === 'string') return text;
  throw invalid(name, key);
}

/** One key, or none where there is no value. */
function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  const entry: { [P in K]?: V } = {};
  if (value !== undefined) entry[key] = value;
  return entry;
}

function invalid(name: Phrase, at: string): TseccError {
  return new TseccError('package-invalid', message`read ${name}: its manifest is none of OCI at /${at}`);
}
