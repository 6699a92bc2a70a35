import type { Duplex } from 'node:stream';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { escapeText } from '../../../core/escape.js';

/** An event of QEMU's machine protocol, for instance `{event: 'STOP'}`. */
export interface QmpEvent {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A connection to QEMU's machine protocol (docs/interop/qmp-spec). */
export interface Qmp {
  /** Runs one command; throws `tool-missing` where QEMU refuses it or is gone. */
  execute(command: string, args?: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Calls the listener for each event until the connection ends; gives the function that stops it. */
  onEvent(listener: (event: QmpEvent) => void): () => void;
}

interface Pending {
  readonly command: string;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Speaks QMP over an open stream. Commands may be sent at once, before the greeting: QEMU reads them in order, which
 * saves the round trips of a resume.
 */
export function connectQmp(stream: Duplex): Qmp {
  const pending = new Map<number, Pending>();
  const listeners = new Set<(event: QmpEvent) => void>();
  let nextId = 1;
  let ended = false;
  let rest = '';

  const receive = (message: Record<string, unknown>) => {
    if (typeof message['event'] === 'string') {
      const data = isRecord(message['data']) ? message['data'] : {};
      for (const listener of listeners) listener({ event: message['event'], data });
      return;
    }
    const waiting = pending.get(Number(message['id']));
    if (!waiting) return;
    pending.delete(Number(message['id']));
    if ('return' in message) waiting.resolve(message['return']);
    else waiting.reject(refusal(waiting.command, message['error']));
  };
  const end = () => {
    ended = true;
    for (const { command, reject } of pending.values()) reject(gone(command));
    pending.clear();
  };

  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const message = parse(line);
      if (message) receive(message);
    }
  });
  stream.on('close', end).on('end', end).on('error', end);

  const execute: Qmp['execute'] = (command, args) =>
    new Promise((resolve, reject) => {
      if (ended) return reject(gone(command));
      const id = nextId++;
      pending.set(id, { command, resolve, reject });
      stream.write(JSON.stringify({ execute: command, ...(args ? { arguments: args } : {}), id }) + '\n');
    });
  return {
    execute,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refusal(command: string, error: unknown): TseccError {
  const description = isRecord(error) ? escapeText(String(error['desc'])) : message`no reason given`;
  return new TseccError('tool-missing', message`steer the lab's QEMU: ${command}: ${description}`);
}

function gone(command: string): TseccError {
  return new TseccError(
    'tool-missing',
    message`steer the lab's QEMU: it ended before it answered ${command}`,
  );
}
