import { engine } from '../engine/client';
import { session } from '../app/session.svelte';

/**
 * Removes everything that this page has written on the device: every kind of storage that a page can write to. What it
 * cannot remove (the browser's history, files that were downloaded) is said on screen. Where one kind refuses, the others are
 * emptied all the same; then it fails.
 */
export async function eraseEverything(): Promise<void> {
  engine.stop();
  session.forget();
  session.erased = true;
  const kinds = [eraseWords, eraseDatabases, eraseCaches, eraseFiles];
  const ended = await Promise.allSettled(kinds.map(async (erase) => erase()));
  // Last: until it is gone it could put a file back into a cache.
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) await registration.unregister();
  await eraseCaches();
  const refused = ended.find((end) => end.status === 'rejected');
  if (refused) throw refused.reason;
}

function eraseWords(): void {
  expireCookies();
  localStorage.clear();
  sessionStorage.clear();
}

function expireCookies(): void {
  for (const cookie of document.cookie.split(';')) {
    const name = cookie.split('=')[0]?.trim();
    if (name) document.cookie = `${name}=; expires=Thu, 01 Jan 1970 00:00:00 GMT`;
  }
}

async function eraseDatabases(): Promise<void> {
  const known = (await indexedDB.databases?.()) ?? [{ name: 'appunti' }];
  await Promise.all(known.map(({ name }) => (name === undefined ? undefined : eraseDatabase(name))));
}

function eraseDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    // Another tab still holds it: it is removed when that tab closes.
    request.onblocked = () => resolve();
    request.onerror = () => reject(request.error ?? new Error(name));
  });
}

async function eraseCaches(): Promise<void> {
  if (!('caches' in globalThis)) return;
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

async function eraseFiles(): Promise<void> {
  if (!navigator.storage?.getDirectory) return;
  const root = await navigator.storage.getDirectory();
  const names: string[] = [];
  for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
  await Promise.all(names.map((name) => root.removeEntry(name, { recursive: true })));
}
