import { engine } from '../engine/client';
import { session } from '../app/session.svelte';
import { ShiftPresses, WITHIN } from './shift-presses';

class Exit {
  /** Shown over everything before the browser leaves. */
  leaving = $state(false);
  /** Presses still to go, spoken to screen readers; none while nobody is pressing. */
  left = $state<number | null>(null);
}

export const exit = new Exit();

/**
 * Leaves at once: covers the screen, stops the engine, forgets what is in memory, and puts a plain page in the place of this
 * one. What was saved encrypted at the person's wish stays, the browser's history too: the page says so.
 */
export function leave(): void {
  exit.leaving = true;
  engine.stop();
  session.forget();
  sessionStorage.clear();
  document.title = ' ';
  location.replace(new URL('meteo/', document.baseURI));
}

/** Listens for shift, three times, anywhere in the page. Returns how to stop listening. */
export function listenForExit(): () => void {
  const presses = new ShiftPresses();
  let forget: ReturnType<typeof setTimeout> | undefined;
  // On release: a held key repeats only its press, and capitals in a field are typed with another key in between.
  const released = (event: KeyboardEvent): void => {
    const left = presses.press(event.key, event.timeStamp);
    clearTimeout(forget);
    exit.left = left;
    if (left === 0) leave();
    else if (left !== null) forget = setTimeout(() => (exit.left = null), WITHIN);
  };
  addEventListener('keyup', released);
  return () => removeEventListener('keyup', released);
}
