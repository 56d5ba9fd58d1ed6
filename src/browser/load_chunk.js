// Loads the lazy chunk of the program and its style sheet, in the place of the splitter's own loader (tools/split.mjs puts it
// there). It is tried twice, each time within a limit. Where it cannot be loaded `data-missing` of the root element says why: `new` (the
// host has it no more), `offline`, `slow`, or `host` (anything else).

const LIMITS = [30_000, 60_000];
// How long a page that is about to be loaded anew is waited for.
const RENEWAL = 20_000;

const root = document.documentElement;

export async function loadChunk(url, imports) {
  delete root.dataset.missing;
  let [reason, cause] = [];
  // The second try asks the host itself: what the browser has kept may be cut off or of another build.
  for (const [at, cache] of ["default", "reload"].entries()) {
    try {
      const chunk = await attempt(url, imports, cache, LIMITS[at]);
      dispatchEvent(new Event("mainspring:whole"));
      return chunk;
    } catch (error) {
      reason = reasonOf(error);
      cause = error;
    }
  }
  if (reason === "new" && !dispatchEvent(new Event("mainspring:gone", { cancelable: true }))) await wait(RENEWAL);
  root.dataset.missing = reason;
  throw new Error(`${url} did not load (${reason}): ${cause}`, { cause });
}

async function attempt(url, imports, cache, limit) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(new DOMException("took too long", "TimeoutError")), limit);
  const get = async (url) => {
    const response = await fetch(url, { cache, signal: abort.signal });
    if (!response.ok) throw Object.assign(new Error(`${url}: answered ${response.status}`), { status: response.status });
    if (/^text\/html/.test(response.headers.get("content-type"))) throw Object.assign(new Error(`${url}: answered with a page`), { status: 404 });
    return response;
  };
  const style = async () => new CSSStyleSheet().replace(await (await get(document.querySelector("[data-style]").dataset.style)).text());
  try {
    // No page of the chunk is shown without its style.
    const [chunk, sheet] = await Promise.all([WebAssembly.instantiateStreaming(get(url), imports), style()]);
    document.adoptedStyleSheets = [sheet];
    return chunk;
  } catch (error) {
    const found = abort.signal.aborted ? abort.signal.reason : error;
    // What is not read to its end would hold up the next try in the browser's cache.
    abort.abort();
    throw found;
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(error) {
  if (error.name === "TimeoutError") return "slow";
  if (error.status === 404 || error.status === 410 || error instanceof WebAssembly.LinkError) return "new";
  return navigator.onLine ? "host" : "offline";
}

function wait(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
