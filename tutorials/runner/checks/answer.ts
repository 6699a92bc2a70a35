import { findEvents } from './events.js';
import { resultOf } from './result.js';
import type { CheckKind, Evidence } from './types.js';
import type { Check } from '../lessons/types.js';

/** Whether an answer is the right one: the choice that lesson.json names, or what the kernel sent in this run. */
export const checkAnswer: CheckKind = (check, evidence) => {
  const given = evidence.answers?.[(check.answer ?? 1) - 1] ?? '';
  const wanted = check.choice ?? measured(check, evidence);
  return resultOf(
    given !== '' && wanted !== undefined && sameAnswer(given, wanted),
    given === '' ? [] : [given],
  );
};

/** What it is on this kernel; undefined where the run did not show it. */
function measured({ equals }: Check, { events = [], saved }: Evidence): string | undefined {
  if (equals?.count) return String(findEvents(events, equals.count, saved).length);
  if (!equals?.value) return undefined;
  const [event] = findEvents(events, equals.value.event, saved);
  const value = memberOf(event, equals.value.member);
  return isPlain(value) ? String(value) : undefined;
}

const isPlain = (value: unknown): value is string | number | bigint | boolean =>
  ['string', 'number', 'bigint', 'boolean'].includes(typeof value);

/** A member by its path: `data.file`. */
function memberOf(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, name) =>
        typeof inner === 'object' && inner !== null
          ? Object.entries(inner).find(([key]) => key === name)?.[1]
          : undefined,
      value,
    );
}

/** Without regard to case and quotes; numbers by what they are worth. */
function sameAnswer(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) =>
    text
      .trim()
      .replaceAll(/^["'`]|["'`]$/g, '')
      .toLowerCase(),
  );
  if (a === b) return true;
  return a !== '' && b !== '' && Number.isFinite(Number(a)) && Number(a) === Number(b);
}
