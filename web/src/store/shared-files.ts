import type { HandedFile } from '../engine/protocol';

/** Where the service worker puts what another app shares. */
const SHARED = 'shared';

/** Takes what was shared to this page by another app, and deletes it from where it waited. */
export async function takeSharedFiles(): Promise<HandedFile[]> {
  if (!('caches' in globalThis)) return [];
  const cache = await caches.open(SHARED);
  const files: HandedFile[] = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    if (!response) continue;
    const name = decodeURIComponent(response.headers.get('x-name') ?? '');
    files.push({ name, bytes: new Uint8Array(await response.arrayBuffer()) });
  }
  await caches.delete(SHARED);
  return files;
}
