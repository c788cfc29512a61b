import { mount } from 'svelte';
import './app.css';
import App from './App.svelte';
import { keepForOffline } from './app/offline.svelte';
import { session } from './app/session.svelte';
import { takeSharedFiles } from './store/shared-files';
import { speak } from './words/words.svelte';

/** Whether another app has just shared something with this page; the address goes back to the neutral one at once. */
function wasShared(): boolean {
  const shared = new URLSearchParams(location.search).has('condiviso');
  history.replaceState(null, '', './');
  return shared;
}

async function start(): Promise<void> {
  const shared = wasShared();
  const italian = navigator.languages.length === 0 || !navigator.language.startsWith('en');
  await speak(italian ? 'it' : 'en');
  if (shared) {
    session.files = await takeSharedFiles();
    session.page = 'evidence';
  }
  const target = document.getElementById('page');
  target?.replaceChildren();
  if (target) mount(App, { target });
  void keepForOffline();
}

void start();
