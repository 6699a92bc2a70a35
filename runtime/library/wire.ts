import { codeOfExit, exitCodes, TseccError } from '../../core/errors.js';
import { revivePhrase, type Phrase } from '../../core/message.js';
import type { Explanation } from '../verifier/types.js';
import { VerifierError } from '../verifier/verifier-error.js';
import type { Attached, RunEvent } from './types.js';

/** What a guest's tsecli tells the one that started it, a line of JSON each (`--output=events`). */
export type WireMessage =
  | RunEvent
  | { readonly kind: 'attached'; readonly attached: Attached }
  | { readonly kind: 'failed'; readonly failure: WireFailure };

/** An error as the host throws it again. */
interface WireFailure {
  readonly exitCode: number;
  readonly message: Phrase;
  readonly cure: Phrase | undefined;
  readonly log: string | undefined;
  /** Of a program that the verifier refused. */
  readonly explanation?: Explanation | undefined;
}

/**
 * A message as one line. JSON has no bigint and not every number: those, and with them strings, are strings behind a
 * letter that says what they are. Members that are undefined are absent.
 */
export function writeWire(message: WireMessage): string {
  return `${JSON.stringify(message, (_key, value: unknown) => tag(value))}\n`;
}

/** Reads a line of {@link writeWire}; undefined where it is none. */
export function readWire(line: string): WireMessage | undefined {
  try {
    const value: unknown = JSON.parse(line, (_key, inner: unknown) => untag(inner));
    return isMessage(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What went wrong, for {@link readFailure} to make it whole again. */
export function failureOf(error: unknown): WireMessage {
  const isKnown = error instanceof TseccError;
  const { message, cure } = isKnown ? error.phrases : { message: String(error), cure: undefined };
  const exitCode = isKnown ? error.exitCode : exitCodes.unforeseen;
  const log = isKnown ? error.log : undefined;
  const explanation = error instanceof VerifierError ? error.explanation : undefined;
  return { kind: 'failed', failure: { exitCode, message, cure, log, explanation } };
}

/** The error that a failure tells of. */
export function readFailure({ exitCode, message, cure, log, explanation }: WireFailure): TseccError {
  if (explanation) return new VerifierError(reviveExplanation(explanation), { log: log ?? '' });
  return new TseccError(codeOfExit(exitCode), revivePhrase(message), {
    cure: cure === undefined ? undefined : revivePhrase(cure),
    log,
  });
}

/** Members that were undefined are absent now, which is the same to who reads them. */
function reviveExplanation(explanation: Explanation): Explanation {
  const { why, cure, registers } = explanation;
  return {
    ...explanation,
    why: revivePhrase(why),
    cure: revivePhrase(cure),
    registers: registers.map((register) => ({ ...register, words: revivePhrase(register.words) })),
  };
}

function tag(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      return `s${value}`;
    case 'bigint':
      return `i${value}`;
    case 'number':
      // JSON makes null of these, and forgets the sign of zero.
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : `n${Object.is(value, -0) ? '-0' : value}`;
    default:
      return value;
  }
}

function untag(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.slice(1);
  switch (value[0]) {
    case 'i':
      return BigInt(text);
    case 'n':
      return Number(text);
    default:
      return text;
  }
}

const kinds: ReadonlySet<unknown> = new Set<WireMessage['kind']>([
  'attached',
  'failed',
  'record',
  'trace',
  'histogram',
  'stack',
  'text',
  'lost',
]);

function isMessage(value: unknown): value is WireMessage {
  return typeof value === 'object' && value !== null && 'kind' in value && kinds.has(value.kind);
}
