import { nearest } from '../../core/nearest.js';
import type { JsonValue } from './types.js';
import { message, type Phrase } from '../../core/message.js';

/** What is wrong with a value. */
export interface Problem {
  /** An error is a value that cannot mean what its author meant; a warning, one that perhaps does not. */
  readonly severity: 'error' | 'warning';
  readonly text: Phrase;
  readonly cure?: Phrase;
}

/** Finds what is wrong with a value; `name` is how to call it. */
export type Check = (value: JsonValue, name: Phrase) => Problem[];

const error = (text: Phrase, cure?: Phrase): Problem[] => [
  { severity: 'error', text, ...(cure && { cure }) },
];

/** Anything. */
export const anything: Check = () => [];

/** A text that a pattern matches; `form` says which texts those are. */
export function textLike(pattern: RegExp, form: Phrase): Check {
  return (value, name) =>
    typeof value === 'string' && pattern.test(value) ? [] : error(message`${name} must be ${form}`);
}

/** Any text. */
export const text = textLike(/^/, message`text`);

/** True or false. */
export const flag: Check = (value, name) =>
  typeof value === 'boolean' ? [] : error(message`${name} must be true or false`);

/** A whole number from `least` on. */
export function wholeNumber(least: number): Check {
  return (value, name) =>
    Number.isSafeInteger(value) && Number(value) >= least
      ? []
      : error(message`${name} must be a whole number from ${least} on`);
}

/** One of some texts. */
export function oneOf(...texts: readonly string[]): Check {
  return (value, name) => {
    if (typeof value === 'string' && texts.includes(value)) return [];
    const [near] = typeof value === 'string' ? nearest(value, texts) : [];
    return error(message`${name} must be one of ${texts.join(', ')}`, near && message`did you mean ${near}?`);
  };
}

/** Whatever one of the checks has nothing against; otherwise what the last one says. */
export function either(...checks: readonly Check[]): Check {
  return (value, name) => {
    const found = checks.map((check) => check(value, name));
    return found.some((problems) => problems.length === 0) ? [] : (found.at(-1) ?? []);
  };
}

/** An object. Keys without a check are let pass, with a warning when one looks like a misspelt other. */
export function objectOf(checks: Readonly<Record<string, Check>>, required: readonly string[] = []): Check {
  return (value, name) => {
    if (!isJsonObject(value)) return error(message`${name} must be an object: {"key": value}`);
    const missing = required
      .filter((key) => !(key in value))
      .flatMap((key) => error(message`${name} needs the key "${key}"`));
    const inner = Object.entries(value).flatMap(([key, item]) => {
      const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
      return check ? check(item, message`"${key}" of ${name}`) : misspelt(key, name, Object.keys(checks));
    });
    return [...missing, ...inner];
  };
}

/** An object whose keys are free. */
export function recordOf(check: Check): Check {
  return (value, name) =>
    isJsonObject(value)
      ? Object.entries(value).flatMap(([key, item]) => check(item, message`"${key}" of ${name}`))
      : error(message`${name} must be an object: {"key": value}`);
}

function misspelt(key: string, name: Phrase, known: readonly string[]): Problem[] {
  const [near] = nearest(key, known);
  return near
    ? [
        {
          severity: 'warning',
          text: message`${name} has no key "${key}"`,
          cure: message`did you mean "${near}"?`,
        },
      ]
    : [];
}

/** Whether a value is an object with keys. */
function isJsonObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
