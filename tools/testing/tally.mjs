// @ts-check
import { groupsFolder } from './group/form-groups.mjs';

/**
 * How many tests there were. A test is what a test file calls `t.test` at its top; a file that breaks outside of any
 * test counts as one failed test.
 * @typedef {{passed: number, failed: number, skipped: number}} Tally
 */

/**
 * One line of tap's `jsonstream` reporter: the kind of event, and its facts.
 * @typedef {[kind: string, facts: {
 *   name: string, level?: number, ok?: boolean, time?: number, fullname?: string, skip?: string | boolean,
 *   assertions?: number, skipped?: number, diag?: Diagnosis, reason?: string,
 * }]} TapEvent
 */

/**
 * Why an assertion failed, as far as tap says.
 * @typedef {{
 *   at?: {fileName?: string, lineNumber?: number}, diff?: string, stack?: string, found?: unknown, wanted?: unknown,
 *   exitCode?: number, signal?: string, [key: string]: unknown,
 * }} Diagnosis
 */

/**
 * Counts tap's events and tells each file's outcome as it ends, failures at once.
 * @param {(line: string) => void} say
 */
export function createTally(say) {
  /** @type {Tally} */
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {Tally} */
  let file = { passed: 0, failed: 0, skipped: 0 };
  let depth = 0;
  /** The group whose files are told in its place, one level deeper; how many had failed before it. */
  let group = { name: '', failedBefore: 0 };

  /** @param {keyof Tally} outcome */
  const count = (outcome) => {
    file[outcome]++;
    total[outcome]++;
  };

  return {
    total,
    /** @param {TapEvent} event */
    add([kind, told]) {
      if (kind === 'start' && told.level === 1)
        group = { name: told.name.startsWith(groupsFolder) ? told.name : '', failedBefore: total.failed };
      const facts = group.name === '' ? told : ofItsFile(told, group.name);
      if (kind === 'start') {
        depth = facts.level ?? 0;
        if (depth === 1) file = { passed: 0, failed: 0, skipped: 0 };
      } else if (kind === 'end') {
        if (facts.level === 2) count(outcomeOf(facts));
        if (facts.level === 1) {
          if (facts.ok === false && file.failed === 0) {
            count('failed');
            say(describeFailure(facts));
          }
          say(describeFile(facts, file));
        }
        if (group.name !== '' && facts.level === 0 && !facts.ok && total.failed === group.failedBefore) {
          count('failed');
          say(describeFailure(facts));
        }
        depth = (facts.level ?? 0) - 1;
      } else if (kind === 'bailout') {
        count('failed');
        say(`FAILED  bail out: ${facts.reason ?? ''}`);
      } else {
        if (kind === 'fail') say(describeFailure(facts));
        if (depth === 1) count(kind === 'pass' ? 'passed' : kind === 'fail' ? 'failed' : 'skipped');
        if (kind === 'skip' && typeof facts.skip === 'string')
          say(`skip    ${facts.fullname}: ${facts.skip}`);
      }
    },
  };
}

/**
 * The last line of a test run.
 * @param {Tally} tally
 */
export function summarize({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * What an event of a group is to the file it stands for: one level higher, without the group's name before its own.
 * @param {TapEvent[1]} facts
 * @param {string} group
 */
function ofItsFile({ level, fullname, ...facts }, group) {
  return {
    ...facts,
    ...(level !== undefined && { level: level - 1 }),
    ...(fullname !== undefined && { fullname: fullname.replace(`${group} > `, '') }),
  };
}

/** @param {TapEvent[1]} facts @returns {keyof Tally} */
function outcomeOf({ ok, assertions = 0, skipped = 0 }) {
  if (ok === false) return 'failed';
  return skipped > 0 && skipped === assertions ? 'skipped' : 'passed';
}

/**
 * @param {TapEvent[1]} facts
 * @param {Tally} file
 */
function describeFile({ ok, name, time = 0 }, file) {
  return `${ok === false ? 'FAILED ' : 'ok     '} ${name} (${summarize(file)}, ${(time / 1000).toFixed(1)} s)`;
}

/** @param {TapEvent[1]} facts */
function describeFailure({ fullname, name, diag = {} }) {
  const place = diag.at?.fileName ? `\n  at ${diag.at.fileName}:${diag.at.lineNumber}` : '';
  return `FAILED  ${fullname ?? name}${place}${indent(reasonOf(diag))}`;
}

/** @param {Diagnosis} diag */
function reasonOf(diag) {
  if (diag.diff) return diag.diff;
  if ('found' in diag || 'wanted' in diag) {
    return `found ${JSON.stringify(diag.found)}\nwanted ${JSON.stringify(diag.wanted)}`;
  }
  if (diag.stack) return diag.stack;
  const { at: _at, source: _source, args: _args, ...rest } = diag;
  return JSON.stringify(rest);
}

/** @param {string} text */
function indent(text) {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `\n    ${line}`)
    .join('');
}
