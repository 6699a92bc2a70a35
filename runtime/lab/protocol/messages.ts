import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';

/** Said by the agent when it is ready for sessions. */
export interface Hello {
  /** `uname -r` of the guest. */
  readonly kernelRelease: string;
}

/** Said to the agent once its snapshot runs again. */
export interface Resumed {
  /** Wall clock, in milliseconds since 1970. */
  readonly time: number;
  /** Random bytes for the guest's pool, base64: all guests of one snapshot start with the same pool. */
  readonly entropy: string;
}

/** What a session runs: the guest's tsecli, any program, or an interactive shell. */
export interface SessionRequest {
  readonly kind: 'tsecli' | 'exec' | 'shell';
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Terminal size; with it, the program runs on a terminal of its own. */
  readonly terminal?: { readonly columns: number; readonly rows: number } | undefined;
}

/** How a session's program ended. */
export interface SessionEnd {
  readonly code: number;
  /** Why it never started. */
  readonly failure?: string | undefined;
}

/** A message as payload. */
export function encodeMessage(message: Hello | Resumed | SessionRequest | SessionEnd): Uint8Array {
  return Buffer.from(JSON.stringify(message));
}

/** Reads {@link Hello}; throws `tool-missing` on anything else. */
export function decodeHello(payload: Uint8Array): Hello {
  const { kernelRelease } = decode(payload);
  if (typeof kernelRelease !== 'string' || kernelRelease.length > 128) throw malformed('hello');
  return { kernelRelease };
}

/** Reads {@link Resumed}; throws `tool-missing` on anything else. */
export function decodeResumed(payload: Uint8Array): Resumed {
  const { time, entropy } = decode(payload);
  if (typeof time !== 'number' || typeof entropy !== 'string') throw malformed('resumed');
  return { time, entropy };
}

/** Reads {@link SessionRequest}; throws `tool-missing` on anything else. */
export function decodeSessionRequest(payload: Uint8Array): SessionRequest {
  const { kind, argv, env, terminal } = decode(payload);
  if (kind !== 'tsecli' && kind !== 'exec' && kind !== 'shell') throw malformed('open');
  if (!Array.isArray(argv) || !argv.every(isString)) throw malformed('open');
  if (!isRecord(env)) throw malformed('open');
  const variables = Object.entries(env).flatMap(([name, value]) =>
    isString(value) ? [[name, value] as const] : [],
  );
  return { kind, argv, env: Object.fromEntries(variables), terminal: decodeTerminal(terminal) };
}

/** Reads {@link SessionEnd}; throws `tool-missing` on anything else. */
export function decodeSessionEnd(payload: Uint8Array): SessionEnd {
  const { code, failure } = decode(payload);
  if (typeof code !== 'number' || !Number.isInteger(code) || code < 0 || code > 255) throw malformed('exit');
  return isString(failure) ? { code, failure } : { code };
}

function decodeTerminal(value: unknown): SessionRequest['terminal'] {
  if (value === undefined) return undefined;
  if (!isRecord(value)) throw malformed('open');
  const { columns, rows } = value;
  if (typeof columns !== 'number' || typeof rows !== 'number') throw malformed('open');
  return { columns, rows };
}

function decode(payload: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
    if (isRecord(value)) return value;
  } catch (cause) {
    throw new TseccError('tool-missing', message`talk to the lab: a message is not JSON`, { cause });
  }
  throw malformed('message');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function malformed(what: string): TseccError {
  return new TseccError('tool-missing', message`talk to the lab: malformed '${what}'`);
}
