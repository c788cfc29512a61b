import { expect, it } from 'vitest';
import { withFiles } from '../../src/app/handed-files.ts';

const file = (name: string, length: number) => ({ name, bytes: new Uint8Array(length) });

it('takes the same file once, and two of the same name that differ', () => {
  const files = withFiles([file('chat.txt', 3)], [file('chat.txt', 3), file('chat.txt', 4), file('foto.jpg', 3)]);
  expect(files.map(({ name, bytes }) => [name, bytes.length])).toEqual([['chat.txt', 3], ['chat.txt', 4], ['foto.jpg', 3]]);
});
