/** What a package says of a program beside its section; nobody has validated it. */
export type Settings = Readonly<Record<string, unknown>>;

/** The whole number from 0 to 2^32 - 1 under a name; undefined for anything else. */
export function numberSetting(settings: Settings, name: string): number | undefined {
  const value = Object.hasOwn(settings, name) ? settings[name] : undefined;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 32
    ? value
    : undefined;
}

/** The text under a name; undefined for anything else. */
export function textSetting(settings: Settings, name: string): string | undefined {
  const value = Object.hasOwn(settings, name) ? settings[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The settings under a name, such as `tchook`; empty for anything else. */
export function nestedSettings(settings: Settings, name: string): Settings {
  const value = Object.hasOwn(settings, name) ? settings[name] : undefined;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
