/// <reference lib="webworker" />
// Where PDFs are made: the second module, fetched because somebody asked for a PDF. It makes one paper, then the page ends it.

import { zonedNow } from '../app/clock';
import { live } from './life';
import type { PressAnswer, PressOrder, PressRequest } from './press';

/** The face of the module, as `crates/argine-wasm-papers` builds it. */
interface PapersModule {
  default: (source: { module_or_path: Response }) => Promise<unknown>;
  Press: new (language: string) => Press;
}

interface Press {
  paper(caseFile: Uint8Array, kind: string, statement: string): Uint8Array;
  notice(regime: string, fields: string, now: string): Uint8Array;
}

/** Empty where the module was not built. */
const modules = import.meta.glob<PapersModule>('./papers/argine_wasm_papers.js');

function answer(body: PressAnswer, transfer: Transferable[] = []): void {
  self.postMessage(body, { transfer });
}

live((living) => self.postMessage(living));

self.onmessage = async ({ data }: MessageEvent<PressOrder>) => {
  try {
    const [start] = Object.values(modules);
    if (!start) throw new WebAssembly.RuntimeError();
    const [module, file] = await Promise.all([start(), fetch(data.module)]);
    if (!file.ok) throw new WebAssembly.RuntimeError();
    await module.default({ module_or_path: counted(file) });
    answer({ writing: true });
    const pdf = printed(new module.Press(data.language), data.request);
    answer({ pdf }, [pdf.buffer]);
  } catch (error) {
    const isForPeople = error instanceof Error && error.name === 'Error';
    answer({ failure: isForPeople ? error.message : '' });
  }
};

/** The same file, told while it comes. */
function counted(file: Response): Response {
  let loaded = 0;
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, rest) {
      loaded += part.length;
      answer({ loaded });
      rest.enqueue(part);
    },
  });
  return new Response(file.body?.pipeThrough(count) ?? null, { headers: { 'Content-Type': 'application/wasm' } });
}

function printed(press: Press, request: PressRequest): Uint8Array {
  if (request.call === 'notice') return press.notice(request.regime, JSON.stringify(request.fields), zonedNow(new Date(request.now)));
  return press.paper(request.caseFile, request.kind, JSON.stringify(request.statement));
}
