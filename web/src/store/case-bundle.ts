import type { FirstContact } from '../app/first-contact';
import type { Said } from '../app/questions';
import type { TypedMessage } from '../app/transcript';
import type { AgeBand, Circumstances, Door, HandedFile, PlanProgress } from '../engine/protocol';

/** What is kept of a case: what was handed over and said. The rest is made again from it, by the knowledge of that day. */
export interface CaseBundle {
  door: Door;
  age: AgeBand | null;
  custodian: Circumstances['custodian'];
  owner: string;
  progress: PlanProgress;
  said: Said;
  typed: TypedMessage[];
  contact: FirstContact;
  files: HandedFile[];
}

interface Header extends Omit<CaseBundle, 'files'> {
  files: { name: string; size: number; modified?: number }[];
}

/** One block of bytes: the length of the description, the description as JSON, the files one after the other. */
export function pack(bundle: CaseBundle): Uint8Array {
  const files = bundle.files.map(({ name, bytes, modified }) => ({
    name, size: bytes.length, ...(modified === undefined ? {} : { modified }),
  }));
  const header = new TextEncoder().encode(JSON.stringify({ ...bundle, files } satisfies Header));
  const total = bundle.files.reduce((sum, file) => sum + file.bytes.length, 4 + header.length);
  const block = new Uint8Array(total);
  new DataView(block.buffer).setUint32(0, header.length);
  block.set(header, 4);
  let place = 4 + header.length;
  for (const { bytes } of bundle.files) {
    block.set(bytes, place);
    place += bytes.length;
  }
  return block;
}

/** The inverse of {@link pack}. Fails where the bytes are not such a block. */
export function unpack(block: Uint8Array): CaseBundle {
  const length = new DataView(block.buffer, block.byteOffset).getUint32(0);
  const header = JSON.parse(new TextDecoder().decode(block.subarray(4, 4 + length))) as Header;
  let place = 4 + length;
  const files = header.files.map(({ name, size, modified }) => {
    const bytes = block.slice(place, place + size);
    if (bytes.length !== size) throw new RangeError(name);
    place += size;
    return { name, bytes, ...(modified === undefined ? {} : { modified }) };
  });
  return { ...header, files };
}
