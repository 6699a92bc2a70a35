// A registry small enough to be read: it keeps what it is given below the directory of its argument, and prints its
// address. For lessons: it asks nobody for a password, and has one user at a time.
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [folder = 'registry'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const uploads = new Map();
// Whatever a name holds, its file lies in the folder.
const place = (...parts) => join(folder, encodeURIComponent(parts.join(' ')));
const digestOf = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** The four requests that a registry answers: is it there, give it, here comes a blob, here comes a manifest. */
const routes = [
  [/^\/v2\/$/, () => ({ status: 200 })],
  [/^\/v2\/(.+)\/blobs\/uploads\/$/, startUpload],
  [/^\/v2\/(.+)\/blobs\/uploads\/([0-9a-f-]+)$/, continueUpload],
  [/^\/v2\/(.+)\/(blobs|manifests)\/([^/]+)$/, serve],
];

function startUpload({ path }) {
  const id = randomUUID();
  uploads.set(id, Buffer.alloc(0));
  return { status: 202, headers: { location: `${path}${id}` } };
}

function continueUpload({ method, path, query, body }, name, id) {
  const bytes = Buffer.concat([uploads.get(id) ?? Buffer.alloc(0), body]);
  if (method === 'PATCH') {
    uploads.set(id, bytes);
    return { status: 202, headers: { location: path, range: `0-${Math.max(0, bytes.length - 1)}` } };
  }
  uploads.delete(id);
  // Bytes are called by their digest: so nobody can give other bytes under the same name.
  const digest = digestOf(bytes);
  if (digest !== query.get('digest')) return { status: 400 };
  writeFileSync(place(name, 'blobs', digest), bytes);
  return {
    status: 201,
    headers: { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest },
  };
}

function serve({ method, body, type }, name, kind, reference) {
  if (method === 'PUT') {
    const digest = digestOf(body);
    // A tag is a name that can be given to other bytes tomorrow; a digest stays.
    for (const each of new Set([reference, digest])) {
      writeFileSync(place(name, kind, each), body);
      writeFileSync(place(name, kind, each, 'type'), type);
    }
    return { status: 201, headers: { 'docker-content-digest': digest } };
  }
  const file = place(name, kind, reference);
  if (!existsSync(file)) return { status: 404 };
  const bytes = readFileSync(file);
  const typeFile = place(name, kind, reference, 'type');
  const contentType = existsSync(typeFile) ? readFileSync(typeFile, 'utf8') : 'application/octet-stream';
  return {
    status: 200,
    headers: { 'content-type': contentType, 'docker-content-digest': digestOf(bytes) },
    bytes,
  };
}

/** Answers one request. Fails when who asked has gone. */
async function respond(request, response) {
  const { pathname: path, searchParams: query } = new URL(request.url, 'http://localhost');
  const chunks = await request.toArray();
  const { method, headers } = request;
  const asked = { method, path, query, body: Buffer.concat(chunks), type: headers['content-type'] ?? '' };
  const [pattern, answer = () => ({ status: 404 })] = routes.find(([each]) => each.test(path)) ?? [/^/];
  const {
    status,
    headers: more,
    bytes = Buffer.alloc(0),
  } = answer(asked, ...(pattern.exec(path) ?? []).slice(1));
  response
    .writeHead(status, { 'content-length': bytes.length, ...more })
    .end(method === 'HEAD' ? undefined : bytes);
}

const server = createServer((request, response) => {
  respond(request, response).catch((error) => response.destroy(error));
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`localhost:${server.address().port}\n`));
