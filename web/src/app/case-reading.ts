import type { Assessment, CaseView, Evidence, MessageView } from '../engine/protocol';

export interface MainConversation {
  place: number;
  assessment: Assessment;
  participants: string[];
  messages: number;
}

/** The conversation that the case is about. */
export function mainConversation(view: CaseView): MainConversation | null {
  const place = view.main ?? (view.recognitions.length > 0 ? 0 : null);
  if (place === null) return null;
  const assessment = view.recognitions[place]?.assessment;
  const conversation = view.conversations[place];
  if (!assessment || !conversation) return null;
  return { place, assessment, participants: conversation.participants, messages: conversation.messages };
}

/** How sure, as a name for words: never a figure, which frightens or comforts without reason. */
export function confidence(p: number): 'almost-certain' | 'likely' | 'possible' | 'uncertain' {
  if (p >= 0.95) return 'almost-certain';
  if (p >= 0.75) return 'likely';
  return p >= 0.5 ? 'possible' : 'uncertain';
}

/** How many words in a hundred are in languages that nobody here reads, where they are many. */
export function unreadWords({ not_done }: Assessment): number | null {
  const left = not_done.find((each) => each.startsWith('unsupported_language:'));
  return left === undefined ? null : Number(left.slice(left.indexOf(':') + 1));
}

/** The message that an evidence points to, where the engine sent it along. */
export function quoted(view: CaseView, conversation: number, evidence: Evidence): MessageView | null {
  return view.quotes[`${conversation}/${evidence.index}`] ?? null;
}
