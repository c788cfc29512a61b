/// <reference lib="webworker" />
// Keeps the page for when there is no network, takes what other apps share, and changes nothing behind anybody's back: a
// new version waits until the person asks for it.

export type {};
declare const self: ServiceWorkerGlobalScope;
declare const __FILES__: string[];
declare const __ENGINE_FILES__: string[];
declare const __VERSION__: string;

const PAGE = `page-${__VERSION__}`;
/** The engine's own files, kept once the person has agreed to load them. Their names change with their contents. */
const ENGINE = 'engine';
const SHARED = 'shared';
const SHARE_ADDRESS = '/condividi';

self.addEventListener('install', (event) => {
  // `reload`: the copy must come from the host, not from a cache with another version in it.
  const requests = __FILES__.map((file) => new Request(file, { cache: 'reload' }));
  event.waitUntil(caches.open(PAGE).then((cache) => cache.addAll(requests)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(removeOldVersions().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  if (event.data === 'use-new-version') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== self.location.origin) return;
  if (request.method === 'POST' && address.pathname.endsWith(SHARE_ADDRESS)) {
    event.respondWith(keepShared(request));
  } else if (request.method === 'GET') {
    event.respondWith(answer(request, address));
  }
});

async function removeOldVersions(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith('page-') && name !== PAGE) await caches.delete(name);
  }
  // A module that did not change stays, it is heavy to fetch again; those of earlier versions would lie there for good.
  if (!(await caches.has(ENGINE))) return;
  const cache = await caches.open(ENGINE);
  for (const request of await cache.keys()) {
    if (!__ENGINE_FILES__.some((file) => request.url.endsWith(`/${file}`))) await cache.delete(request);
  }
}

async function answer(request: Request, address: URL): Promise<Response> {
  const known = await caches.match(request, { ignoreSearch: request.mode === 'navigate' });
  if (known) return known;
  const response = await fetch(request);
  if (response.ok && __ENGINE_FILES__.some((file) => address.pathname.endsWith(`/${file}`))) {
    const cache = await caches.open(ENGINE);
    await cache.put(request, response.clone());
  }
  return response;
}

/** What another app shares waits here until the page reads it, and the page deletes it at once. */
async function keepShared(request: Request): Promise<Response> {
  const form = await request.formData();
  const cache = await caches.open(SHARED);
  let place = 0;
  for (const value of form.values()) {
    const isText = typeof value === 'string';
    if (isText && value.trim() === '') continue;
    const name = isText ? 'testo-condiviso.txt' : value.name;
    await cache.put(`shared/${place}`, new Response(value, { headers: { 'x-name': encodeURIComponent(name) } }));
    place += 1;
  }
  const home = new URL('./?condiviso', self.registration.scope);
  return Response.redirect(home.href, 303);
}
