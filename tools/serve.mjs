// A static server like the hosts that the app is made for: content types, compression, `_headers`, the app's page for every route.
// It serves this machine only, and the app under the path it was built for. node tools/serve.mjs [dir] ; PORT= chooses the port.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { baseOf } from "./stamp.mjs";

const HOST = "127.0.0.1";
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};
const COMPRESSIBLE = /^(text\/|application\/(wasm|json|manifest\+json)|image\/svg)/;
const ENCODERS = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gzip: (body) => promisify(gzip)(body, { level: 9 }),
};

// Compressed files by content, for the life of the process: a restarted server answers as fast as before.
const compressed = new Map();

/**
 * Serves `dir` on `port` (0: any free one) and resolves to `{ url, port, use(dir), close() }`; `use` serves another directory from
 * then on, as after a deploy: no connection is cut.
 * `tamper(path, answer, request)` may change an answer's `status`, `headers` and `body` (a Buffer), so that tests can break it.
 * `sent(path, status, bytes)` is called for every answer, with the size of its body.
 */
export async function serve(dir, port, { tamper, sent } = {}) {
  let site = siteOf(dir);
  const server = createServer((request, response) => {
    respond(site, tamper, request, response)
      .then((bytes) => sent?.(request.url, response.statusCode, bytes))
      .catch((error) => {
        console.error(error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
  });
  await new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, HOST, done);
  });
  const bound = server.address().port;
  return {
    url: `http://${HOST}:${bound}${site.base}`,
    port: bound,
    use: (next) => void (site = siteOf(next)),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const siteOf = (dir) => ({ root: resolve(dir), base: existsSync(join(dir, "index.html")) ? baseOf(dir) : "/" });

async function respond(site, tamper, request, response) {
  const path = pathOf(request.url);
  const answer = answerTo(site, path, request);
  await tamper?.(path, answer, request);
  const { status, headers } = answer;
  let { body } = answer;

  const digest = digestOf(body);
  headers.ETag = `"${digest.slice(0, 22)}"`;
  if (status === 200 && request.headers["if-none-match"]?.includes(headers.ETag)) {
    response.writeHead(304, headers).end();
    return 0;
  }
  const encoding = COMPRESSIBLE.test(headers["Content-Type"]) ? accepted(request) : undefined;
  if (encoding) {
    body = await encoded(encoding, digest, body);
    headers["Content-Encoding"] = encoding;
    headers.Vary = "Accept-Encoding";
  }
  headers["Content-Length"] ??= body.length;
  response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : body);
  return request.method === "HEAD" ? 0 : body.length;
}

/** The host's answer to `request` for `path`: `{ status, headers, body }`; `root` holds the files of `base`. */
export function answerTo({ root, base }, path, request) {
  const plain = (status, text) => ({ status, headers: { "Content-Type": TYPES[".txt"] }, body: Buffer.from(`${text}\n`) });
  if (!["GET", "HEAD"].includes(request.method)) return plain(405, "Only GET and HEAD.");
  if (path === undefined) return plain(400, "That is not a path.");
  if (`${path}/` === base) return { ...plain(308, base), headers: { Location: base, "Content-Type": TYPES[".txt"] } };
  if (!path.startsWith(base)) return plain(404, "Not found.");
  const { status, file } = fileFor(root, path.slice(base.length - 1), request);
  if (!file) return plain(404, "Not found.");
  const headers = { "Cache-Control": "no-cache", "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" };
  return { status, headers: { ...headers, ...headersFor(root, path) }, body: readFileSync(file) };
}

function pathOf(url) {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ""));
    return path.startsWith("/") && !path.includes("\0") ? path : undefined;
  } catch {
    return undefined;
  }
}

// A file in the directory, never above it and never a hidden or host file; the app's page for any route; and the
// host's own 404 page for a browser that asks for a page outside the app.
function fileFor(root, path, request) {
  const wanted = resolve(join(root, path === "/" ? "index.html" : path));
  const isInside = wanted.startsWith(root + sep) && !/(^|\/)[._]/.test(path);
  if (isInside && existsSync(wanted) && statSync(wanted).isFile()) return { status: 200, file: wanted };
  const { accept = "" } = request.headers;
  // A dot means a file name, unless it is within an id, or in a link whose # was mangled to %23.
  const isFileName = !path.includes("#") && (extname(path) in TYPES || /^\/*[^/]*\.[^/]*$/.test(path));
  if (isInside && !isFileName && /text\/html|\*\/\*|^$/.test(accept)) return { status: 200, file: join(root, "index.html") };
  const missing = join(root, "404.html");
  return { status: 404, file: /text\/html/.test(accept) && existsSync(missing) ? missing : undefined };
}

function headersFor(root, path) {
  const rules = join(root, "_headers");
  const found = {};
  if (!existsSync(rules)) return found;
  let applies = false;
  for (const line of readFileSync(rules, "utf8").split("\n")) {
    if (/^\S/.test(line)) applies = line.endsWith("*") ? path.startsWith(line.slice(0, -1)) : line === path;
    else if (applies && line.trim()) found[line.slice(0, line.indexOf(":")).trim()] = line.slice(line.indexOf(":") + 1).trim();
  }
  return found;
}

function accepted(request) {
  const offered = (request.headers["accept-encoding"] ?? "").split(",").map((item) => item.trim().split(";")[0]);
  return Object.keys(ENCODERS).find((name) => offered.includes(name));
}

function encoded(encoding, digest, body) {
  const key = `${digest}.${encoding}`;
  if (!compressed.has(key)) compressed.set(key, keptOrMade(key, encoding, body));
  return compressed.get(key);
}

async function keptOrMade(key, encoding, body) {
  try {
    return readFileSync(join(process.env.COMPRESSED ?? "", key));
  } catch {
    return ENCODERS[encoding](body);
  }
}

/**
 * Compresses every file of `dir` once into the folder `kept`: processes that serve it, or a copy, with COMPRESSED set to that folder
 * read what is there instead of taking seconds for it.
 */
export async function compressAll(dir, kept) {
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  const bodies = readdirSync(dir).filter((name) => COMPRESSIBLE.test(TYPES[extname(name)])).map((name) => readFileSync(join(dir, name)));
  await Promise.all(
    bodies.map(async (body) => {
      writeFileSync(join(kept, `${digestOf(body)}.br`), await ENCODERS.br(body));
    }),
  );
}

const digestOf = (body) => createHash("sha256").update(body).digest("base64url");

async function main() {
  const dir = process.argv[2] ?? "dist";
  const port = Number(process.env.PORT || 8080);
  if (!existsSync(join(dir, "index.html"))) return stop(`There is no built app in ${dir}. Run: make build`);
  if (!Number.isInteger(port) || port < 0 || port > 65535) return stop(`PORT=${process.env.PORT} is not a port number.`);
  try {
    const { url } = await serve(dir, port);
    console.log(`Mainspring is at ${url}  (Ctrl-C stops it)`);
  } catch (error) {
    if (error.code === "EADDRINUSE") return stop(`Port ${port} is in use. Choose another: make run PORT=${port + 1}`);
    if (error.code === "EACCES") return stop(`Port ${port} needs more rights. Choose one above 1023: make run PORT=8080`);
    throw error;
  }
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(0));
}

function stop(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
