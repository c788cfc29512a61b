import { t } from '../words/words.svelte';
import { session } from './session.svelte';
import { isTranscript, transcript, type TypedMessage } from './transcript';

/** Keeps what was read off pictures, and the file that is made of it, in step. */
export function keepTyped(messages: TypedMessage[]): void {
  session.typed = messages;
  const others = session.files.filter((file) => !isTranscript(file));
  const labels = {
    own: t('page-typed-own'), other: t('page-typed-other'),
    day: t('page-typed-column-day'), sender: t('page-typed-column-sender'), text: t('page-typed-column-text'), picture: t('page-typed-column-picture'),
  };
  session.files = messages.length > 0 ? [...others, transcript(messages, labels)] : others;
}
