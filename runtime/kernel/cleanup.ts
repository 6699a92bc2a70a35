/**
 * What has to be undone, in the reverse order of its making. Running it twice undoes nothing twice; when steps
 * fail, the others still run and the first failure is thrown at the end.
 */
export class Cleanup {
  readonly #steps: (() => void | Promise<void>)[] = [];

  /** Adds a step, to run before all those already there. */
  add(step: () => void | Promise<void>): void {
    this.#steps.push(step);
  }

  /** Runs all steps that have not run. */
  async run(): Promise<void> {
    const failures: unknown[] = [];
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
