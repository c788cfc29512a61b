// The case that the person asked to keep: one value in one database, encrypted by the engine before it comes here.

const DATABASE = 'appunti';
const STORE = 'kept';
const KEY = 'case';

/** Whether a case is kept on this device. Does not create anything where there is none. */
export async function isCaseKept(): Promise<boolean> {
  const known = await indexedDB.databases?.();
  if (known && !known.some(({ name }) => name === DATABASE)) return false;
  return (await keptCase()) !== null;
}

/** Keeps these encrypted bytes in the place of what was kept before. */
export async function keepCase(bytes: Uint8Array): Promise<void> {
  await inStore('readwrite', (store) => store.put(bytes, KEY));
}

/** The encrypted bytes; none where nothing is kept. */
export async function keptCase(): Promise<Uint8Array | null> {
  return ((await inStore('readonly', (store) => store.get(KEY))) as Uint8Array | undefined) ?? null;
}

async function inStore(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const database = await open();
  try {
    return await settled(use(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return settled(request);
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error(DATABASE));
  });
}
