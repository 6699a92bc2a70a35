import type { Diagnostic } from '../../core/diagnostics.js';
import { nearest } from '../../core/nearest.js';
import type { Declarations } from '../source/types.js';
import type { DocComment } from '../source/doc-comments.js';
import { indexLines, type Locate } from '../source/line-index.js';
import { rootNames, type RootNames } from '../source/root-names.js';
import type { JsonValue } from './types.js';
import { commonWords, knownWords, reservedWords, type Place } from './known-words.js';
import { splitWords, type DocWord } from './split-words.js';
import { joinPhrases, message, type Message, type Phrase } from '../../core/message.js';

/** Our own words on one declaration; each is there only when it was written. */
export interface OwnWords {
  /** Other sections to try, in this order. */
  readonly fallback?: readonly string[];
  /** The program may be left out where the kernel has no place for it. */
  readonly optional?: boolean;
  /** The group of which one program is attached. */
  readonly alternative?: string;
  /** The types that a buffer carries, such as `struct event` or `event_t`. */
  readonly event?: readonly string[];
  /** How a member is shown: a word of `@format`, or the name of an enum. */
  readonly format?: string;
}

/** What a doc comment says about one declaration. */
export interface Annotations {
  /** ecc's words, and any others that are not ours, as keys for the manifest. */
  readonly manifest: Readonly<Record<string, JsonValue>>;
  readonly own: OwnWords;
  /** Offset of the declared name in the source. */
  readonly at: number;
}

/** The annotations of a source, by the names of what they are on. What has none is not listed. */
export interface SourceAnnotations {
  /** From the variable that holds the license: what the manifest calls `doc`. */
  readonly doc: Readonly<Record<string, JsonValue>> | undefined;
  readonly programs: ReadonlyMap<string, Annotations>;
  readonly maps: ReadonlyMap<string, Annotations>;
  readonly variables: ReadonlyMap<string, Annotations>;
  /** By struct, union or typedef. */
  readonly structs: ReadonlyMap<string, Annotations>;
  /** By struct and member: `event.pid`, `event.addr.port`. */
  readonly members: ReadonlyMap<string, Annotations>;
  readonly diagnostics: readonly Diagnostic[];
}

interface Reading {
  readonly locate: Locate;
  readonly diagnostics: Diagnostic[];
}

/**
 * Reads the annotations of a source or header. Broken JSON and impossible values of known words are errors: what
 * carries them would not do what was asked, and ecli refuses such a package. Misspelt and misplaced words are warnings.
 * Words that nobody knows are kept, as ecc keeps them, and plain comments say nothing.
 */
export function readAnnotations(declarations: Declarations, file: string): SourceAnnotations {
  const reading: Reading = { locate: indexLines(file, declarations.tree.source), diagnostics: [] };
  const read = (doc: DocComment, place: Place, at: number) => readDoc(reading, doc, place, at);
  const collect = (place: Place, all: readonly { name: string; doc: DocComment | undefined; at: number }[]) =>
    collectAnnotations(place, all, read);

  const isLicense = (variable: { name: string; section: string | undefined }): boolean =>
    variable.name === 'LICENSE' || variable.section === 'license';
  const license = declarations.variables.filter(isLicense);
  const names = rootNames(declarations);
  const result = {
    doc: collect('license', license).values().next().value?.manifest,
    programs: collect(
      'program',
      declarations.functions.filter((fact) => fact.isProgram),
    ),
    maps: collect('map', declarations.maps),
    variables: collect(
      'variable',
      declarations.variables.filter((variable) => !isLicense(variable)),
    ),
    structs: collect('struct', namedStructs(declarations, names)),
    members: collect('member', namedMembers(declarations, names)),
  };
  // What stands beside nothing, or beside a helper function, does nothing.
  const helpers = declarations.functions.filter((fact) => !fact.isProgram).flatMap(({ doc }) => doc ?? []);
  for (const doc of [...declarations.loose, ...helpers]) warnLoose(reading, doc);
  const diagnostics = inOrder(reading.diagnostics);
  return { ...result, diagnostics };
}

/** By place, and none twice: several declarations may share a comment. */
function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const place = ({ location }: Diagnostic): [number, number] => [location?.line ?? 0, location?.column ?? 0];
  const single = new Map(
    diagnostics.map((diagnostic) => [`${place(diagnostic).join()} ${String(diagnostic.text)}`, diagnostic]),
  );
  return [...single.values()].sort((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1]);
}

function collectAnnotations(
  place: Place,
  declared: readonly { name: string; doc: DocComment | undefined; at: number }[],
  read: (doc: DocComment, place: Place, at: number) => Annotations,
): Map<string, Annotations> {
  const found = new Map<string, Annotations>();
  for (const { name, doc, at } of declared) {
    // Of two declarations of one name, as in the branches of an #if, the first with a doc comment counts.
    if (doc && !found.has(name)) found.set(name, read(doc, place, at));
  }
  return found;
}

/** A definition that declares something at once shares its doc comment with that, and that is what it is about. */
function namedStructs({ tags, maps, variables, functions }: Declarations, names: RootNames) {
  const taken = new Set([...maps, ...variables, ...functions].map(({ doc }) => doc));
  return tags
    .filter((tag) => tag.path.length === 0 && !taken.has(tag.doc))
    .flatMap((tag) => {
      const name = tag.name ?? names.get(tag.bodyAt);
      return name === undefined ? [] : [{ name, doc: tag.doc, at: tag.at }];
    });
}

function namedMembers({ tags }: Declarations, names: RootNames) {
  return tags
    .filter((tag) => tag.kind !== 'enum')
    .flatMap((tag) => {
      const root = (tag.path[0] ?? tag.name) || names.get(tag.rootAt);
      if (!root) return [];
      const prefix = [root, ...tag.path.slice(1)].join('.');
      return tag.members.map((member) => ({
        name: `${prefix}.${member.name}`,
        doc: member.doc,
        at: member.at,
      }));
    });
}

function readDoc(reading: Reading, doc: DocComment, place: Place, at: number): Annotations {
  const { words, text } = splitWords(doc, kindOf);
  const manifest = new Map<string, JsonValue>();
  const own: { -readonly [Word in keyof OwnWords]: OwnWords[Word] } = {};
  for (const word of words) {
    if (!accept(reading, word, place)) continue;
    // The manifest spells it as ecc does.
    const key = word.word === 'interpreter' ? 'intepreter' : word.word;
    if (!knownWords.get(word.word)?.own) manifest.set(key, valueOf(word));
    else if (word.word === 'fallback') own.fallback = [...(own.fallback ?? []), ...listOf(word.raw)];
    else if (word.word === 'event') own.event = [...(own.event ?? []), ...typesOf(word.raw)];
    else if (word.word === 'optional') own.optional = true;
    else if (word.word === 'alternative') own.alternative = word.raw;
    else if (word.word === 'format') own.format = word.raw.replace(/^enum\s+/, '');
  }
  const stated = manifest.get('description');
  if (text) manifest.set('description', typeof stated === 'string' && stated ? `${stated}\n\n${text}` : text);
  return { manifest: Object.fromEntries(manifest), own, at };
}

/** Flags are often written as in C. */
const valueOf = ({ word, value }: DocWord): JsonValue =>
  word === 'flags' && typeof value === 'string' && /^0[xX][0-9a-fA-F]+$/.test(value) ? Number(value) : value;

const kindOf = (word: string) => knownWords.get(word)?.value ?? 'any';
const listOf = (raw: string): string[] => raw.split(/[\s,]+/).filter(Boolean);
const typesOf = (raw: string): string[] =>
  raw
    .replace(/\b(struct|union)\s+/g, '$1 ')
    .split(/\s*,\s*|(?<!\bstruct|\bunion)\s+/)
    .filter(Boolean);

/** Whether a word counts; says what is wrong with it. */
function accept(reading: Reading, word: DocWord, place: Place): boolean {
  const known = knownWords.get(word.word);
  if (!known) {
    if (reservedWords.has(word.word)) {
      report(
        reading,
        word,
        'warning',
        message`@${word.word} does nothing: the package has its own "${word.word}"`,
      );
      return false;
    }
    const here = [...knownWords.values()]
      .filter(({ places }) => places.includes(place))
      .map((entry) => entry.word);
    const [near] = commonWords.has(word.word) ? [] : nearest(word.word, here);
    if (near)
      report(
        reading,
        word,
        'warning',
        message`@${word.word} means nothing to tsecc`,
        message`did you mean @${near}?`,
      );
    return true;
  }
  if (!known.places.includes(place)) {
    if (known.unmistakable || known.own) {
      report(
        reading,
        word,
        'warning',
        message`@${word.word} says nothing about a ${placeNames[place]}`,
        message`it belongs to a ${alternatives(known.places)}`,
      );
    }
    return !known.own;
  }
  if (word.fault) {
    const location = reading.locate(word.fault.at);
    reading.diagnostics.push({
      severity: 'error',
      text: message`@${word.word} is broken JSON: ${word.fault.text}`,
      location,
      notes: [],
    });
    return false;
  }
  const problems = known.check(valueOf(word), `@${known.word}`);
  for (const problem of problems) report(reading, word, problem.severity, problem.text, problem.cure);
  return problems.every(({ severity }) => severity !== 'error');
}

const placeNames: Readonly<Record<Place, Message>> = {
  license: message`license`,
  program: message`program`,
  map: message`map`,
  variable: message`variable`,
  struct: message`struct`,
  member: message`member`,
};

const alternatives = (places: readonly Place[]): Phrase =>
  joinPhrases(
    places.map((place) => placeNames[place]),
    (before, next) => message`${before} or a ${next}`,
  );

function warnLoose(reading: Reading, doc: DocComment): void {
  for (const word of splitWords(doc, kindOf).words) {
    const known = knownWords.get(word.word);
    if (!known?.unmistakable) continue;
    report(
      reading,
      word,
      'warning',
      message`@${word.word} belongs to nothing here`,
      message`put it right before a ${alternatives(known.places)}`,
    );
  }
}

function report(
  reading: Reading,
  word: DocWord,
  severity: 'error' | 'warning',
  text: Phrase,
  cure?: Phrase,
): void {
  const location = reading.locate(word.start, word.wordEnd);
  reading.diagnostics.push({ severity, text, location, notes: [], ...(cure && { cure }) });
}
