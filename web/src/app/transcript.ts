import type { HandedFile } from '../engine/protocol';

/** A message that the person read off a picture. */
export interface TypedMessage {
  /** Name of the picture's file. */
  picture: string;
  /** Whether they wrote it themself. */
  own: boolean;
  /** What the other side is called, where it is not theirs. */
  sender: string;
  /** `2026-11-20`; empty where the picture does not show it. */
  day: string;
  /** `23:06`; empty where the picture does not show it. */
  time: string;
  text: string;
}

/** Words for the table and for who has no name, in the language of the screen. */
export interface TranscriptWords {
  own: string;
  other: string;
  day: string;
  sender: string;
  text: string;
  picture: string;
}

/** Name of the file that holds what was read off pictures: one for all of them, beside the pictures. */
export const TRANSCRIPT = 'trascrizione.csv';
const DIALOGUE = 'trascrizione.txt';

/** Whether this file was made of what the person typed. */
export function isTranscript({ name }: HandedFile): boolean {
  return name === TRANSCRIPT || name === DIALOGUE;
}

export function isPicture({ name }: HandedFile): boolean {
  return /\.(jpe?g|png|webp|heic|heif|gif|bmp|avif)$/i.test(name);
}

/**
 * What was typed as a file that the engine reads like any chat: a table where every message has its day and time, else a
 * dialogue (`Io: …`), because a moment that nobody saw must not be made up. It stays recognisable as typed by hand: its name
 * says so, and in the table each row names its picture.
 */
export function transcript(messages: TypedMessage[], labels: TranscriptWords): HandedFile {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const name = ({ own, sender }: TypedMessage): string => (own ? labels.own : sender.trim() || labels.other);
  if (messages.every(({ day, time }) => day !== '' && time !== '')) {
    const rows = messages.map((message) => [`${message.day} ${message.time}`, name(message), message.text, message.picture]);
    const table = [[labels.day, labels.sender, labels.text, labels.picture], ...rows];
    return { name: TRANSCRIPT, bytes: encode(table.map((row) => row.map(cell).join(',')).join('\n') + '\n') };
  }
  const words = messages.map(({ text }) => text.trim().replace(/\s*\n\s*/g, ' '));
  // Where only one side speaks, names would be read as words, and lines without a blank one between them as one message.
  const isDialogue = messages.some(({ own }) => own) && messages.some(({ own }) => !own);
  const lines = isDialogue ? messages.map((message, place) => `${name(message)}: ${words[place]}`) : words;
  return { name: DIALOGUE, bytes: encode(lines.join(isDialogue ? '\n' : '\n\n') + '\n') };
}

/** A cell of a table with commas (RFC 4180). */
function cell(text: string): string {
  return `"${text.trim().replace(/"/g, '""')}"`;
}
