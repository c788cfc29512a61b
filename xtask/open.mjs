// `argine open` with the page in it, asked over the wire: every file as it was built, the headers, and who is refused.
// ARGINE_BIN names the program.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'web/dist');
const wrong = [];

/** One answer: status, headers, bytes; `undefined` where nobody listens. */
function ask({ host = '127.0.0.1', port, path, method = 'GET', headers = {} }) {
  return new Promise((resolve) => {
    const asked = request({ host, port, path, method, headers, timeout: 10_000 }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(parts) }));
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(undefined));
    asked.end();
  });
}

/** The address that the program prints. */
function started(program) {
  return new Promise((resolve, reject) => {
    let printed = '';
    program.stdout.on('data', (text) => {
      printed += text;
      const found = /http:\/\/127\.0\.0\.1:(\d+)(\/[0-9a-f]{32}\/)/.exec(printed);
      if (found) resolve({ port: Number(found[1]), path: found[2] });
    });
    program.on('error', reject);
    program.on('exit', (code) => reject(new Error(`argine open ended with ${code}: ${printed}`)));
  });
}

async function expectStatus(what, question, status) {
  const found = (await ask(question))?.status;
  if (found !== status) wrong.push(`${what}: ${found} instead of ${status}`);
}

const program = spawn(process.env.ARGINE_BIN, ['open', '--no-browser'], { stdio: ['ignore', 'pipe', 'inherit'] });
let files = [];
try {
  const { port, path } = await started(program);
  const promised = Object.entries(JSON.parse(readFileSync(join(root, 'web/headers.json'), 'utf8')));
  files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1));
  for (const file of files) {
    const answer = await ask({ port, path: path + encodeURI(file) });
    if (answer?.status !== 200) wrong.push(`${file}: ${answer?.status}`);
    else if (!answer.bytes.equals(readFileSync(join(dist, file)))) wrong.push(`${file} is not the file that was built`);
    for (const [name, value] of promised)
      if (answer?.headers[name.toLowerCase()] !== value) wrong.push(`${file}: ${name}: ${answer?.headers[name.toLowerCase()]}`);
    const type = answer?.headers['content-type'];
    if (file.endsWith('.wasm')) {
      if (type !== 'application/wasm') wrong.push(`${file}: ${type}`);
      const packed = await ask({ port, path: path + encodeURI(file), headers: { 'accept-encoding': 'gzip, br' } });
      if (packed?.headers['content-encoding'] !== 'gzip') wrong.push(`${file} is not packed`);
      else if (!gunzipSync(packed.bytes).equals(answer.bytes)) wrong.push(`${file} is another one when packed`);
    }
    if (file.endsWith('.js') && !type?.startsWith('text/javascript')) wrong.push(`${file}: ${type}`);
  }
  await expectStatus('the page itself', { port, path }, 200);
  await expectStatus('a name without its ending', { port, path: `${path}en/` }, files.includes('en/index.html') ? 200 : 404);
  await expectStatus('no token', { port, path: '/' }, 404);
  await expectStatus('a file without token', { port, path: '/index.html' }, 404);
  await expectStatus('another token', { port, path: `/${'0'.repeat(32)}/` }, 404);
  await expectStatus('a token cut short', { port, path: `${path.slice(0, -2)}/` }, 404);
  await expectStatus('out of the folder', { port, path: `${path}../../Cargo.toml` }, 404);
  await expectStatus('another name for this machine', { port, path, headers: { host: `evil.example:${port}` } }, 421);
  await expectStatus('localhost', { port, path, headers: { host: `localhost:${port}` } }, 421);
  await expectStatus('a POST', { port, path, method: 'POST' }, 405);
  const elsewhere = Object.values(networkInterfaces()).flat().find((place) => place.family === 'IPv4' && !place.internal);
  if (elsewhere) await expectStatus('from the network', { host: elsewhere.address, port, path }, undefined);
} finally {
  program.removeAllListeners('exit');
  program.kill();
}

if (files.length === 0) wrong.push('there is no page to compare with');
console.log(`argine open: ${files.length} files of the page asked for, ${wrong.length} faults`);
for (const line of wrong) console.error(`  ${line}`);
process.exit(wrong.length === 0 ? 0 : 1);
