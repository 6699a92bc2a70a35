import type { Source } from '../decode/types.js';

/** A part of the expression's text: offsets in code units, `end` behind the last one. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Comparator = '==' | '!=' | '<' | '<=' | '>' | '>=' | '~' | '!~';

/** A symbol that is no name, number or string. */
export type Mark = Comparator | '&&' | '||' | '!' | '&' | '-' | '(' | ')' | '[' | ']' | '.';

export type Token = Span &
  (
    | { readonly kind: 'symbol'; readonly symbol: Mark }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'integer'; readonly value: bigint }
    | { readonly kind: 'float'; readonly value: number }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'end' }
  );

/** One step into a field: a member's name, or an array's index. */
export type Step = Span &
  ({ readonly kind: 'member'; readonly name: string } | { readonly kind: 'index'; readonly index: number });

/** An expression as it was written, not checked yet. */
export type Expression = Span &
  (
    | { readonly kind: 'or' | 'and'; readonly parts: readonly Expression[] }
    | { readonly kind: 'not'; readonly inner: Expression }
    | {
        readonly kind: 'compare';
        readonly comparator: Comparator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly kind: 'mask'; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'path'; readonly steps: readonly Step[] }
    | { readonly kind: 'integer'; readonly value: bigint }
    | { readonly kind: 'float'; readonly value: number }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'boolean'; readonly value: boolean }
  );

/**
 * Tells whether the event at an offset passes. The source's `end` has to be that of the record, and the record long
 * enough: `recordEntry` of the decoder sees to both.
 */
export type EventFilter = (source: Source, offset: number) => boolean;
