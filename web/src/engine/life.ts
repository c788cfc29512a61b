// A worker can die without an event: a browser that is short of memory ends it, and the page would wait for ever. No clock tells
// that from a slow phone; a lock of the browser does: who holds it and dies gives it up.

/** What a worker says when it has its lock. */
export interface Living {
  /** Name of the lock. */
  living: string;
}

/** In the worker: takes a lock for as long as it lives. Where the browser has none, a person can still stop what they wait for. */
export function live(tell: (living: Living) => void): void {
  if (!('locks' in navigator)) return;
  const living = crypto.getRandomValues(new Uint32Array(4)).join('-');
  const held = navigator.locks.request(living, () => {
    tell({ living });
    return new Promise<never>(() => undefined);
  });
  // Refused where the page may keep nothing: the same as a browser without locks.
  held.catch(() => undefined);
}

/** In the page: does something once the worker that said so lives no more, ended by whomever. */
export function afterDeath({ living }: Living, act: () => void): void {
  navigator.locks.request(living, act).catch(act);
}
