import { mount } from 'svelte';
import './app.css';
import App from './App.svelte';
import { keepForOffline } from './app/offline.svelte';
import { session } from './app/session.svelte';
import { takeSharedFiles } from './store/shared-files';
import { begin, loadRest } from './words/words.svelte';

/** Whether another app has just shared something with this page; the address goes back to the neutral one at once. */
function wasShared(): boolean {
  const shared = new URLSearchParams(location.search).has('condiviso');
  history.replaceState(null, '', './');
  return shared;
}

function start(): void {
  const shared = wasShared();
  const italian = navigator.languages.length === 0 || !navigator.language.startsWith('en');
  begin(italian ? 'it' : 'en');
  const target = document.getElementById('page');
  target?.replaceChildren();
  if (target) mount(App, { target });
  if (shared) void takeShared();
  // After the first screen is drawn: it asks for neither.
  requestAnimationFrame(() => setTimeout(() => void afterFirstScreen()));
}

async function takeShared(): Promise<void> {
  session.files = await takeSharedFiles();
  session.page = 'evidence';
}

async function afterFirstScreen(): Promise<void> {
  void keepForOffline();
  // Where it fails, the page that needs them asks again.
  await loadRest().catch(() => undefined);
}

// In a task of its own: on a slow phone reading the script takes long enough by itself.
setTimeout(start);
