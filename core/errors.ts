import { message, type Phrase, type Translate } from './message.js';

/**
 * What went wrong, as a word that programs can test, and the exit code that both commands give for it.
 * The table is part of the command-line contract: a code is never reused for another meaning.
 */
export const exitCodes = {
  unforeseen: 1,
  'compile-failed': 1,
  usage: 2,
  'not-permitted': 3,
  'kernel-cannot': 4,
  'verifier-refused': 5,
  'attach-failed': 6,
  'package-invalid': 7,
  'events-lost': 8,
  'tool-missing': 9,
} as const;

/** One of the words in {@link exitCodes}. */
export type ErrorCode = keyof typeof exitCodes;

/** Facts an error carries beside its message. */
export interface ErrorDetails {
  /** What the user can do about it: a phrase that completes "message (cure)". */
  readonly cure?: Phrase | undefined;
  /** The error this one explains. */
  readonly cause?: unknown;
  /** Longer text for `--verbose`, for instance the verifier's whole log. */
  readonly log?: string | undefined;
}

/** An error that was foreseen: `verb object: cause`, with a cure apart, so that each reader can lay it out. */
export class TseccError extends Error {
  override readonly name: string = 'TseccError';
  readonly code: ErrorCode;
  /** In English, as `message` is. */
  readonly cure: string | undefined;
  readonly log: string | undefined;
  /** Message and cure as they can be said in any language. */
  readonly phrases: { readonly message: Phrase; readonly cure: Phrase | undefined };

  constructor(code: ErrorCode, message: Phrase, details: ErrorDetails = {}) {
    super(String(message), 'cause' in details ? { cause: details.cause } : undefined);
    this.code = code;
    this.cure = details.cure === undefined ? undefined : String(details.cure);
    this.log = details.log;
    this.phrases = { message, cure: details.cure };
  }

  /** The exit code that a command ends with when this error reaches its top. */
  get exitCode(): number {
    return exitCodes[this.code];
  }
}

/** The word for an exit code of either command; `unforeseen` for one that has none. */
export function codeOfExit(exitCode: number): ErrorCode {
  const codes = Object.keys(exitCodes).filter((code): code is ErrorCode => code in exitCodes);
  return codes.find((code) => exitCodes[code] === exitCode) ?? 'unforeseen';
}

/** The sentence shown to a person: message, then the cure in parentheses. Unforeseen errors keep their stack. */
export function explainError(error: unknown, translate: Translate = String): string {
  return translate(explainPhrase(error));
}

/** The sentence of {@link explainError}, to be said in any language. */
export function explainPhrase(error: unknown): Phrase {
  if (error instanceof TseccError) {
    const { message: said, cure } = error.phrases;
    return cure ? message`${said} (${cure})` : said;
  }
  if (error instanceof Error) return error.stack ?? error.message;
  return String(error);
}

/** The exit code for anything that was thrown. */
export function exitCodeOf(error: unknown): number {
  return error instanceof TseccError ? error.exitCode : exitCodes.unforeseen;
}
