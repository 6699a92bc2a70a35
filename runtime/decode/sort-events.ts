import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { nearest } from '../../core/nearest.js';
import type { Column } from './columns.js';
import type { Value } from './types.js';

/** By what events are ordered. */
export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

/** Reads `--sort field`, or `--sort -field` for the largest first. Throws TseccError `usage` for an unknown field. */
export function parseOrder(columns: readonly Column[], text: string): Order {
  const descending = text.startsWith('-');
  const path = descending ? text.slice(1) : text;
  const column = columns.find((each) => each.path === path);
  if (column) return { column, descending };
  const near = nearest(
    path,
    columns.map((each) => each.path),
    1,
  )[0];
  throw new TseccError('usage', message`sort by '${path}': there is no such field`, {
    cure:
      near === undefined
        ? message`one of ${columns.map((each) => each.path).join(', ')}`
        : message`did you mean ${near}`,
  });
}

/** Events in order; equal ones stay as they came. */
export function sortEvents(events: readonly Value[], { column, descending }: Order): Value[] {
  const sign = descending ? -1 : 1;
  return events
    .map((event) => ({ event, key: column.get(event) }))
    .toSorted((a, b) => sign * compareValues(a.key, b.key))
    .map(({ event }) => event);
}

/** The first `count` events in an order: `--top 10 --sort -bytes`. */
export function topEvents(events: readonly Value[], order: Order, count: number): Value[] {
  return sortEvents(events, order).slice(0, count);
}

/** Numbers by size and exactly, text by code units; of different kinds numbers come first. */
export function compareValues(a: Value, b: Value): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0 || a === null || b === null) return rank;
  if (typeof a === 'object' || typeof b === 'object')
    return compare(JSON.stringify(a, exact), JSON.stringify(b, exact));
  return compare(a, b);
}

function rankOf(value: Value): number {
  const kinds = ['number', 'boolean', 'string', 'object'];
  if (value === null) return kinds.length;
  return kinds.indexOf(typeof value === 'bigint' ? 'number' : typeof value);
}

const compare = (a: number | bigint | string | boolean, b: number | bigint | string | boolean): number =>
  a < b ? -1 : a > b ? 1 : 0;

const exact = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);
