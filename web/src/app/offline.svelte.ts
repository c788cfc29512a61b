class Offline {
  /** A new version waits; it is used when the person says so. */
  update = $state<ServiceWorker | null>(null);
  /** Whether the page is kept on this device, so that it opens without a network. */
  ready = $state(false);
}

export const offline = new Offline();

/** Starts the service worker, and watches for a new version of it. */
export async function keepForOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    const registration = await navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI), {
      updateViaCache: 'none',
    });
    const offer = (worker: ServiceWorker | null): void => {
      worker?.addEventListener('statechange', () => {
        if (worker.state !== 'installed') return;
        if (navigator.serviceWorker.controller) offline.update = worker;
      });
    };
    if (registration.waiting && navigator.serviceWorker.controller) offline.update = registration.waiting;
    offer(registration.installing);
    registration.addEventListener('updatefound', () => offer(registration.installing));
    await navigator.serviceWorker.ready;
    offline.ready = true;
  } catch {
    // A private window may refuse it: the page works, only not without a network.
    offline.ready = false;
  }
}

/** Uses the version that waits: the page is loaded again. */
export function useNewVersion(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  offline.update?.postMessage('use-new-version');
}
