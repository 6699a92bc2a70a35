import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import type { Environment } from '../toolchain/find-executable.js';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

// The last second of the year 9999, which clang 16 takes as the latest too.
const latest = 253_402_300_799;

/**
 * The moment that `SOURCE_DATE_EPOCH` names (reproducible-builds.org, version 1.1), undefined when it is not set.
 * Throws `usage` for what is no number of seconds since 1970.
 */
export function sourceDate(env: Environment): Date | undefined {
  const text = env['SOURCE_DATE_EPOCH'];
  if (text === undefined || text === '') return undefined;
  const seconds = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
  if (seconds <= latest) return new Date(seconds * 1000);
  throw new TseccError(
    'usage',
    message`read SOURCE_DATE_EPOCH: '${text}' is no number of seconds since 1970 up to ${latest}`,
    { cure: message`for instance SOURCE_DATE_EPOCH=$(date +%s)` },
  );
}

/**
 * Flags by which `__DATE__`, `__TIME__` and `__TIMESTAMP__` tell that moment, in UTC and in C's form. clang honours
 * the variable itself since 16; older ones would put the time of the compile into the object.
 */
export function dateFlags(date: Date | undefined): string[] {
  if (!date) return [];
  const [day, month] = [days[date.getUTCDay()], months[date.getUTCMonth()]];
  const dayOfMonth = String(date.getUTCDate()).padStart(2);
  const year = date.getUTCFullYear();
  const time = date.toISOString().slice(11, 19);
  return [
    '-Wno-builtin-macro-redefined',
    `-D__DATE__="${month} ${dayOfMonth} ${year}"`,
    `-D__TIME__="${time}"`,
    `-D__TIMESTAMP__="${day} ${month} ${dayOfMonth} ${time} ${year}"`,
  ];
}
