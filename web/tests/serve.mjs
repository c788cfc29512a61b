// Serves the built page for the tests as a host would: under a folder, with the documented headers, compressed.

import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const [port = '4180', root = join(import.meta.dirname, '../dist')] = process.argv.slice(2);
const FOLDER = '/una-cartella/';
const TYPES = {
  '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json',
};

const headers = JSON.parse(await readFile(join(import.meta.dirname, '../headers.json'), 'utf8'));
const compressed = new Map();

async function body(file) {
  const version = `${file} ${(await stat(file)).mtimeMs}`;
  if (!compressed.has(version)) {
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
    compressed.set(version, brotliCompressSync(await readFile(file), options));
  }
  return compressed.get(version);
}

createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  if (!path.startsWith(FOLDER) || path.includes('..')) {
    response.writeHead(404).end();
    return;
  }
  const name = path.slice(FOLDER.length);
  const file = normalize(join(root, name === '' || name.endsWith('/') ? `${name}index.html` : name));
  try {
    const content = await body(file);
    const leaving = name.startsWith('esci/') ? { 'Clear-Site-Data': '"cache", "storage"' } : {};
    response.writeHead(200, {
      ...headers, ...leaving, 'Content-Encoding': 'br', 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Cache-Control': 'no-cache',
    });
    response.end(content);
  } catch {
    response.writeHead(404, headers).end();
  }
}).listen(Number(port), '127.0.0.1');
