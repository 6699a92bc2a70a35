/** A pattern as its characters; `*` stands for any text, nothing else has a meaning. */
export function matchesGlob(pattern: string, text: string): boolean {
  let star = -1;
  let starAt = 0;
  let part = 0;
  let at = 0;
  while (at < text.length) {
    if (pattern[part] === '*') {
      star = part++;
      starAt = at;
    } else if (pattern[part] === text[at]) {
      part++;
      at++;
    } else if (star >= 0) {
      part = star + 1;
      at = ++starAt;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(part));
}

/**
 * Whether some text matches both: a pattern with `*`, and one with `*` and `?`, as sections for many functions have.
 * Time is the product of both lengths.
 */
export function globsMeet(pattern: string, other: string): boolean {
  // reachable[j]: what is behind `pattern` up to here can stand for what is behind `other` up to j.
  let reachable = [true];
  for (let j = 1; j <= other.length; j++) reachable[j] = (reachable[j - 1] ?? false) && other[j - 1] === '*';
  for (const letter of pattern) {
    const next = [(reachable[0] ?? false) && letter === '*'];
    for (let j = 1; j <= other.length; j++) {
      const theirs = other[j - 1];
      const [before, above, left] = [reachable[j - 1] ?? false, reachable[j] ?? false, next[j - 1] ?? false];
      const one = before && (letter === theirs || theirs === '?');
      const many = letter === '*' && (above || left);
      next[j] = one || many || (theirs === '*' && (left || above));
    }
    reachable = next;
  }
  return reachable[other.length] ?? false;
}
