// Puts to the engine of the page the questions that the native library has answered, and compares the answers byte for byte.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cases = JSON.parse(readFileSync(join(process.env.ARGINE_PARITY, 'questions.json'), 'utf8'));
const folder = join(root, 'web/src/engine/pkg');
const engine = await import(pathToFileURL(join(folder, 'argine_wasm.js')));
await engine.default({ module_or_path: readFileSync(join(folder, 'argine_wasm_bg.wasm')) });

const encode = (text) => new TextEncoder().encode(text);
const digest = (bytes) => `${bytes.length} ${createHash('sha256').update(bytes).digest('hex')}`;

function asked(work) {
  try {
    const answer = work();
    return digest(typeof answer === 'string' ? encode(answer) : answer);
  } catch (error) {
    return error.message;
  }
}

/** The questions of `crates/argine-wasm/examples/parity.rs`, in the same order. */
function answers({ files, language, circumstances, age, later, profiles }) {
  const session = new engine.Engine(language);
  const handed = files.map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }));
  const found = {};
  const note = (question, work) => (found[question] = asked(work));
  for (const { name, bytes } of handed) note(`fingerprint ${name}`, () => engine.fingerprint_file(name, bytes, age));
  note('respond', () => session.respond(handed, circumstances, () => {}));
  note('messages', () => session.messages(0, 0, 100));
  note('plan', () => session.plan('', later));
  const said = JSON.stringify({ age, country: 'it', facts: ['known_person', 'threatened'], kind: 'known_ex' });
  note('plan without files', () => session.plan_without_files(said, '', later));
  for (const [name, profile, messages] of profiles) note(`screen ${name}`, () => session.screen(profile, messages, circumstances));
  note('form', () => session.form());
  for (const kind of ['complaint', 'timeline', 'exhibits', 'payments', 'indicators', 'preservation', 'receipt'])
    for (const format of ['html', 'text', 'odt'])
      note(`paper ${kind} ${format}`, () => session.paper(kind, format, '{}'));
  note('case file', () => session.case_file());
  let zip = null;
  note('seal', () => (zip = session.seal('{}', new Uint8Array(32).fill(7))));
  if (zip) note('verify', () => session.verify(zip));
  note('helplines', () => session.helplines('it', age, later));
  note('regimes', () => session.notice_regimes('it'));
  note('notice', () => session.notice('eu.notice.dsa16', '{}', 'text', later));
  note('strength', () => session.strength('tovaglia sgombro vialetto timone'));
  session.free();
  return found;
}

let compared = 0;
const different = [];
const secret = ['un segreto: è già passata', 'tovaglia sgombro vialetto timone'];

/** Each side opens and verifies what the other closed and sealed; the native side goes on with what is written here. */
function exchange() {
  const place = (name) => join(process.env.ARGINE_PARITY, name);
  const session = new engine.Engine('it');
  const opened = new TextDecoder().decode(session.unlock(readFileSync(place('native-locked.age')), secret[1]));
  if (opened !== secret[0]) different.push(`what the native library locked opens as ${opened}`);
  if (!asked(() => session.unlock(readFileSync(place('native-locked.age')), 'altre parole a caso')).startsWith('La frase segreta'))
    different.push('what the native library locked opens with other words');
  writeFileSync(place('page-locked.age'), session.lock(encode(secret[0]), secret[1]));
  const story = cases.find(({ files }) => files.length === 1 && files[0].endsWith('.zip'));
  session.respond(story.files.map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) })), story.circumstances, () => {});
  writeFileSync(place('page-sealed.zip'), session.seal('{}', crypto.getRandomValues(new Uint8Array(32))));
  session.free();
}

for (const question of cases) {
  const found = answers(question);
  for (const name of new Set([...Object.keys(question.answers), ...Object.keys(found)])) {
    compared += 1;
    if (question.answers[name] !== found[name])
      different.push(`${question.name} (${question.language}) ${name}: native ${question.answers[name]}, page ${found[name]}`);
  }
}
exchange();
if (compared === 0) different.push('nothing was compared');
console.log(`parity: ${compared} answers about ${cases.length} cases compared, ${different.length} different`);
for (const line of different) console.error(`  ${line}`);
process.exit(different.length === 0 ? 0 : 1);
