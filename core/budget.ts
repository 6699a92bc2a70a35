/**
 * A bound on work that grows faster than the bytes it is done on: hostile input may refer to the same bytes again
 * and again. Each call takes `amount` off and throws `fail()` once more than `limit` was taken.
 */
export function budget(limit: number, fail: () => Error): (amount: number) => void {
  let left = limit;
  return (amount) => {
    left -= amount;
    if (left < 0) throw fail();
  };
}
