import type { JsonValue } from './types.js';
import { message, type Phrase } from '../../core/message.js';

/** A JSON value that was read from a text, with the offset behind it; or why not, with the offset of the fault. */
export type JsonReading = Read<JsonValue> | { readonly fault: Phrase; readonly at: number };

interface Read<Value> {
  readonly value: Value;
  readonly end: number;
}

/** Values within values; deeper ones are a fault, so that nothing that walks them later runs out of stack. */
const deepest = 64;

// Setting one of these on an object reaches its prototype; a package that holds one is refused when it is opened.
const unsafeKeys = new Set(['__proto__', 'constructor', 'prototype']);

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /[A-Za-z_]\w*/y;
const blank = /[ \t\r\n]*/y;

/**
 * Reads the JSON value (RFC 8259) at an offset of a text and leaves what follows it unread, so that text may follow.
 * Numbers that a double cannot hold exactly, as most 64-bit ones, are kept as their digits in a string.
 */
export function readJson(text: string, at = 0): JsonReading {
  return readValue(text, at, deepest);
}

function readValue(text: string, from: number, depth: number): JsonReading {
  const at = skipBlank(text, from);
  const first = text.charAt(at);
  if (depth === 0) return { fault: message`values are nested more than ${deepest} deep`, at };
  if (first === '{') return readObject(text, at, depth);
  if (first === '[') return readArray(text, at, depth);
  if (first === '"') return readString(text, at);
  if (first === "'") return { fault: message`text stands in double quotes`, at };
  const digits = match(number, text, at);
  if (digits) return { value: exactNumber(digits), end: at + digits.length };
  const name = match(word, text, at);
  if (name === 'true' || name === 'false') return { value: name === 'true', end: at + name.length };
  if (name === 'null') return { value: null, end: at + name.length };
  if (name) return { fault: message`'${name}' is no value; text stands in double quotes`, at };
  return { fault: first ? message`'${first}' is no value` : message`a value is missing`, at };
}

function readObject(text: string, start: number, depth: number): JsonReading {
  const entries = new Map<string, JsonValue>();
  let at = skipBlank(text, start + 1);
  if (text[at] === '}') return { value: {}, end: at + 1 };
  for (;;) {
    if (text[at] !== '"') return { fault: message`a key stands in double quotes`, at };
    const key = readString(text, at);
    if ('fault' in key) return key;
    const name = key.value;
    if (unsafeKeys.has(name)) return { fault: message`the key '${name}' is not allowed`, at };
    if (entries.has(name)) return { fault: message`the key '${name}' stands here twice`, at };
    const colon = skipBlank(text, key.end);
    if (text[colon] !== ':') return { fault: message`':' is missing after the key '${name}'`, at: colon };
    const inner = readValue(text, colon + 1, depth - 1);
    if ('fault' in inner) return inner;
    entries.set(name, inner.value);
    at = skipBlank(text, inner.end);
    if (text[at] === '}') return { value: Object.fromEntries(entries), end: at + 1 };
    if (text[at] !== ',') return { fault: unfinished(text, start, '}'), at };
    at = skipBlank(text, at + 1);
  }
}

function readArray(text: string, start: number, depth: number): JsonReading {
  const items: JsonValue[] = [];
  let at = skipBlank(text, start + 1);
  if (text[at] === ']') return { value: [], end: at + 1 };
  for (;;) {
    const inner = readValue(text, at, depth - 1);
    if ('fault' in inner) return inner;
    items.push(inner.value);
    at = skipBlank(text, inner.end);
    if (text[at] === ']') return { value: items, end: at + 1 };
    if (text[at] !== ',') return { fault: unfinished(text, start, ']'), at };
    at = skipBlank(text, at + 1);
  }
}

const unfinished = (text: string, start: number, close: string): Phrase =>
  message`',' or '${close}' is missing for the '${text.charAt(start)}'`;

function readString(
  text: string,
  start: number,
): Read<string> | { readonly fault: Phrase; readonly at: number } {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') at += 1;
    else if (character < ' ') return { fault: message`text in double quotes goes on in the next line`, at };
    else if (character === '"') {
      try {
        return { value: String(JSON.parse(text.slice(start, at + 1))), end: at + 1 };
      } catch {
        return { fault: message`text has a backslash that means nothing`, at: start };
      }
    }
  }
  return { fault: message`the closing double quote is missing`, at: start };
}

function exactNumber(digits: string): JsonValue {
  const value = Number(digits);
  const exact = /^-?\d+$/.test(digits) ? Number.isSafeInteger(value) : Number.isFinite(value);
  return exact ? value : digits;
}

function skipBlank(text: string, at: number): number {
  return at + match(blank, text, at).length;
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
