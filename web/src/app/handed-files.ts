import type { HandedFile } from '../engine/protocol';

/** A file that the person chose, as the engine takes it. */
export async function handedFile(file: File): Promise<HandedFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), modified: file.lastModified };
}

/** Pasted words as a file of their own. */
export function pastedText(text: string, place: number, title: string): HandedFile {
  return { name: `${title}-${place}.txt`, bytes: new TextEncoder().encode(text) };
}

/** Adds files to those already there; the same name with the same length is the same file chosen twice. */
export function withFiles(files: HandedFile[], more: HandedFile[]): HandedFile[] {
  const isNew = (file: HandedFile): boolean =>
    !files.some((known) => known.name === file.name && known.bytes.length === file.bytes.length);
  return [...files, ...more.filter(isNew)];
}

/** Offers bytes as a download. The name says nothing about what is inside. */
export function download(bytes: Uint8Array | string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read it only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
