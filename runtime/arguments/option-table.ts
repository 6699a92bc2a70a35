import type { ProgramArgument } from './types.js';

/** What an option does: sets an argument from its value, or to true or false by its name alone, or asks for help. */
export type OptionMeaning =
  | { readonly kind: 'value'; readonly argument: ProgramArgument }
  | { readonly kind: 'switch'; readonly argument: ProgramArgument; readonly on: boolean }
  | { readonly kind: 'help' | 'version' };

/**
 * All options of a program by their names with dashes. A bool has `--x`, `--no-x`, and ecc's `--enable-x` and
 * `--disable-x`; `-` and `_` within a name are the same. What a program calls its own goes before what is derived,
 * and before `-h`, `--help`, `--version`.
 */
export function optionTable(found: readonly ProgramArgument[]): ReadonlyMap<string, OptionMeaning> {
  const table = new Map<string, OptionMeaning>();
  const add = (name: string, meaning: OptionMeaning): void => {
    if (!table.has(name)) table.set(name, meaning);
  };
  for (const argument of found) {
    add(`--${argument.name}`, ownMeaning(argument));
    if (argument.short !== undefined) add(`-${argument.short}`, ownMeaning(argument));
  }
  for (const argument of found.filter(({ shape }) => shape.kind === 'bool')) {
    add(`--no-${argument.name}`, { kind: 'switch', argument, on: false });
    add(`--enable-${argument.name}`, { kind: 'switch', argument, on: true });
    add(`--disable-${argument.name}`, { kind: 'switch', argument, on: false });
  }
  for (const name of ['-h', '--help']) add(name, { kind: 'help' });
  add('--version', { kind: 'version' });
  for (const [name, meaning] of Array.from(table)) {
    if (!name.startsWith('--')) continue;
    add(`--${name.slice(2).replaceAll('_', '-')}`, meaning);
    add(`--${name.slice(2).replaceAll('-', '_')}`, meaning);
  }
  return table;
}

const ownMeaning = (argument: ProgramArgument): OptionMeaning =>
  argument.shape.kind === 'bool' ? { kind: 'switch', argument, on: true } : { kind: 'value', argument };
