/**
 * Draws a long page part after part, each in a task of its own, so that a slow phone answers in between. Made while a
 * component is made; ends with it.
 */
export class Turns {
  #done = $state(0);

  /** `ready` says when the first may begin. */
  constructor(parts: number, ready: () => boolean = () => true) {
    $effect(() => {
      if (!ready() || this.#done >= parts) return;
      const timer = setTimeout(() => (this.#done += 1));
      return () => clearTimeout(timer);
    });
  }

  /** Whether it is this part's turn yet; parts count from 1. */
  has(part: number): boolean {
    return this.#done >= part;
  }
}
