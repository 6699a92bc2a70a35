/** What stands in a message's gaps; another message is said in the same language. */
export type MessageValue = string | number | bigint | Message;

/** Text for a person: as it is in every language, or a message that has translations. */
export type Phrase = string | Message;

/** A sentence whose parts are kept apart, so that it can be said in other languages. */
export class Message {
  /** The English text with `{0}`, `{1}` for its gaps: what translations are found by. */
  readonly key: string;
  readonly values: readonly MessageValue[];

  constructor(key: string, values: readonly MessageValue[]) {
    this.key = key;
    this.values = values;
  }

  /** In English. */
  toString(): string {
    return fill(this.key, this.values.map(String));
  }
}

/**
 * A message from a template: message`attach '${program}': no such function`. A test demands that every template in the
 * sources has its translations.
 */
export function message(parts: TemplateStringsArray, ...values: readonly MessageValue[]): Message {
  const key = parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`);
  return new Message(key, values);
}

/** A phrase that was written as JSON and read again. */
export function revivePhrase(phrase: Phrase): Phrase {
  if (typeof phrase === 'string') return phrase;
  return reviveMessage(phrase);
}

const reviveMessage = ({ key, values }: Pick<Message, 'key' | 'values'>): Message =>
  new Message(
    key,
    values.map((value) => (typeof value === 'object' ? reviveMessage(value) : value)),
  );

/** Phrases one behind the other, with the words that `between` puts between two of them; empty text for none. */
export function joinPhrases(
  phrases: readonly Phrase[],
  between: (before: Phrase, next: Phrase) => Message,
): Phrase {
  const [first = '', ...rest] = phrases;
  return rest.reduce<Phrase>((before, next) => between(before, next), first);
}

/** Translations by English key. */
export type Catalog = Readonly<Record<string, string>>;

/** Says phrases in one language. */
export type Translate = (phrase: Phrase) => string;

/** Says phrases by a catalog; what it lacks stays English. */
export function translator(catalog: Catalog): Translate {
  const translate: Translate = (phrase) => {
    if (typeof phrase === 'string') return phrase;
    const text = Object.hasOwn(catalog, phrase.key) ? catalog[phrase.key] : undefined;
    return fill(
      text ?? phrase.key,
      phrase.values.map((value) => (value instanceof Message ? translate(value) : String(value))),
    );
  };
  return translate;
}

function fill(text: string, values: readonly string[]): string {
  return text.replace(/\{(\d+)\}/g, (gap, index: string) => values[Number(index)] ?? gap);
}
