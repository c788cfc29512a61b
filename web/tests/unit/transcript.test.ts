import { expect, it } from 'vitest';
import { isPicture, isTranscript, transcript, type TypedMessage } from '../../src/app/transcript.ts';

const words = { own: 'Io', other: 'Altra persona', day: 'data', sender: 'chi', text: 'testo', picture: 'foto' };
const message = (some: Partial<TypedMessage>): TypedMessage => ({
  picture: 'a.png', own: false, sender: '', day: '2026-11-20', time: '23:06', text: 'ciao', ...some,
});
const text = (messages: TypedMessage[]): string => new TextDecoder().decode(transcript(messages, words).bytes);

it('is a table where every message has its moment', () => {
  const made = transcript([message({ sender: 'Lea', text: 'manda "300", subito' }), message({ own: true, time: '23:07' })], words);
  expect(made.name).toBe('trascrizione.csv');
  expect(new TextDecoder().decode(made.bytes)).toBe(
    '"data","chi","testo","foto"\n"2026-11-20 23:06","Lea","manda ""300"", subito","a.png"\n"2026-11-20 23:07","Io","ciao","a.png"\n',
  );
});

it('makes up no moment: one that is missing makes it a dialogue', () => {
  expect(text([message({ time: '' }), message({ own: true, text: 'che\n vuoi?' })])).toBe('Altra persona: ciao\nIo: che vuoi?\n');
});

it('gives no names where one side speaks: they would be read as words', () => {
  expect(text([message({ day: '' }), message({ day: '', text: 'ci sei?' })])).toBe('ciao\n\nci sei?\n');
});

it('is known by its name, and pictures by theirs', () => {
  expect(isTranscript(transcript([message({})], words))).toBe(true);
  expect(['a.PNG', 'b.heic', 'c.txt', 'd.png.zip'].map((name) => isPicture({ name, bytes: new Uint8Array() }))).toEqual([true, true, false, false]);
});
