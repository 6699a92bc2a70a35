import { fileOffset } from '../../../core/elf/read-segments.js';
import { TseccError } from '../../../core/errors.js';
import { message, type Phrase } from '../../../core/message.js';
import { nearestFunctions } from '../../../core/nearest.js';
import type { AttachPoint } from '../types.js';
import { functionsOf } from './functions-of.js';
import type { Binary, BinaryFunction } from './types.js';

/** `name`, `name@VERSION`, `name@@VERSION`, or `0xADDRESS`; and an offset in bytes. */
const placeForm = /^(?:(0x[0-9a-f]{1,13})|([^@+]+)(?:@@?([^@+]+))?)(?:\+(0x[0-9a-f]{1,8}|\d{1,9}))?$/i;

/**
 * Where in the file the named function, or the address that tools such as nm print, stands. Throws `attach-failed`
 * for a place that the file has not, with the nearest names, and for a name that means several functions.
 */
export function resolveFunction(point: AttachPoint, binary: Binary, place: string): number {
  const [, address, name = '', version, offset = '0'] = placeForm.exec(place) ?? [];
  if (address === undefined && name === '') {
    throw failed(point, message`'${place}' is not of the form function+offset or 0xADDRESS`);
  }
  const start = address === undefined ? addressOf(point, binary, name, version) : Number(address);
  const at = fileOffset(binary.segments, start + Number(offset));
  if (at !== undefined) return at;
  throw failed(
    point,
    message`no byte of ${binary.path} is loaded at ${place}`,
    message`see its addresses with nm or objdump -d`,
  );
}

function addressOf(point: AttachPoint, binary: Binary, name: string, version: string | undefined): number {
  const functions = functionsOf(binary);
  const named = functions.filter((candidate) => candidate.name === name);
  const meant = named.filter((candidate) => version === undefined || candidate.version === version);
  if (meant.length === 0) throw missing(point, binary, name, version, functions);
  const best = Math.max(...meant.map(rank));
  const addresses = new Set(
    meant.filter((candidate) => rank(candidate) === best).map((found) => found.address),
  );
  const [address] = addresses;
  if (address !== undefined && addresses.size === 1) return address;
  const list = [...addresses].map((other) => `0x${other.toString(16)}`).join(', ');
  throw failed(
    point,
    message`${binary.path} has several functions called ${name}`,
    message`take one of the addresses ${list} in place of the name`,
  );
}

/** What programs get that link to the name now comes before what they do not see. */
function rank({ isDefault, isGlobal }: BinaryFunction): number {
  return (isDefault ? 2 : 0) + (isGlobal ? 1 : 0);
}

function missing(
  point: AttachPoint,
  binary: Binary,
  name: string,
  version: string | undefined,
  functions: readonly BinaryFunction[],
): TseccError {
  const versions = new Set(functions.flatMap((found) => (found.name === name ? (found.version ?? []) : [])));
  if (version !== undefined && versions.size > 0) {
    return failed(
      point,
      message`${binary.path} has ${name} in no version ${version}`,
      message`it has ${[...versions].join(', ')}`,
    );
  }
  if (functions.length === 0) {
    return failed(
      point,
      message`${binary.path} names no functions (it is stripped)`,
      message`take an address, as in path:0x1234`,
    );
  }
  return failed(point, message`${binary.path} has no function ${name}`, cureFor(point, name, functions));
}

function cureFor(point: AttachPoint, name: string, functions: readonly BinaryFunction[]): Phrase | undefined {
  const near = nearestFunctions(name, new Set(functions.map((found) => found.name)));
  const best = near[0];
  if (best === undefined) return undefined;
  const section = `${point.section.slice(0, point.section.lastIndexOf(':') + 1)}${best}`;
  return point.section.includes(':')
    ? message`nearest: ${near.join(', ')}; try --attach ${point.program}=${section}`
    : message`nearest: ${near.join(', ')}`;
}

function failed(point: AttachPoint, why: Phrase, cure?: Phrase): TseccError {
  return new TseccError('attach-failed', message`attach '${point.program}' to ${point.section}: ${why}`, {
    cure,
  });
}
