/** How long the next press may take, in milliseconds: as in GOV.UK's "exit this page". */
export const WITHIN = 5000;

const PRESSES = 3;

/** Counts presses of the shift key; any other key in between starts again. */
export class ShiftPresses {
  #count = 0;
  #last = 0;

  /** Takes a key that was released at `time` (milliseconds); says how many presses are left, none where it was not shift. */
  press(key: string, time: number): number | null {
    if (key !== 'Shift') {
      this.#count = 0;
      return null;
    }
    this.#count = time - this.#last <= WITHIN ? this.#count + 1 : 1;
    this.#last = time;
    return PRESSES - this.#count;
  }
}
