// Has the module of the papers print what the native library has printed, and compares the bytes.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = join(fileURLToPath(new URL('..', import.meta.url)), 'web/src/engine/papers');
const questions = JSON.parse(readFileSync(join(process.env.ARGINE_PARITY, 'questions.json'), 'utf8'));
const module = await import(pathToFileURL(join(folder, 'argine_wasm_papers.js')));
const { memory } = await module.default({ module_or_path: readFileSync(join(folder, 'argine_wasm_papers_bg.wasm')) });

function printed({ language, case: file, kind, statement, regime, fields, now }) {
  const press = new module.Press(language);
  try {
    const pdf = regime ? press.notice(regime, fields, now) : press.paper(readFileSync(file), kind, statement);
    return `${pdf.length} ${createHash('sha256').update(pdf).digest('hex')}`;
  } catch (error) {
    return error.message;
  } finally {
    press.free();
  }
}

const different = [];
const started = performance.now();
for (const question of questions) {
  const found = printed(question);
  if (found !== question.answer) different.push(`${question.name} (${question.language}): native ${question.answer}, page ${found}`);
}
if (questions.length === 0) different.push('nothing was compared');
const [seconds, megabytes] = [(performance.now() - started) / 1000, memory.buffer.byteLength / 1e6];
console.log(`parity: ${questions.length} papers compared, ${different.length} different; ${seconds.toFixed(1)} s, at most ${megabytes.toFixed(0)} MB`);
for (const line of different) console.error(`  ${line}`);
process.exit(different.length === 0 ? 0 : 1);
