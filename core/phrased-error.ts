import type { Phrase } from './message.js';

/** Why something did not work, for another error to put into its sentence in whatever language that is said. */
export class PhrasedError extends Error {
  readonly phrase: Phrase;

  constructor(phrase: Phrase) {
    super(String(phrase));
    this.phrase = phrase;
  }
}
