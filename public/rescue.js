// Hands out everything stored as a file, without the app: for boot.js, which has it bundled in, and for
// rescue.html. It knows the names of the stores and nothing of their contents.

export const PREFIX = "mainspring.";
const DATABASE = "mainspring";
const STORE = "journal";

for (const button of document.querySelectorAll("button[data-rescue]")) {
  button.hidden = false;
  button.addEventListener("click", download);
}

/** Offers everything stored, verbatim, as a file. */
export async function download() {
  const problems = [];
  const kept = (read) => read().catch((error) => void problems.push(String(error)));
  const data = {
    app: "mainspring",
    kind: "rescue",
    build: document.querySelector("meta[name=build]")?.content,
    saved: new Date().toISOString(),
    localStorage: await kept(readKeys),
    journal: await kept(() => within(5000, readJournal())),
    problems,
  };
  const name = `mainspring-rescue-${data.saved.slice(0, 10)}.json`;
  await hand(new File([JSON.stringify(data, plain, 1)], name, { type: "application/json" }));
}

/** Hands out a file; resolves with true if it was taken. A home-screen app of iOS would open a download as a page without a way back. */
export async function hand(file) {
  const files = [file];
  try {
    if (navigator.standalone && navigator.canShare({ files })) return await navigator.share({ files }), true;
  } catch (error) {
    if (error.name === "AbortError") return false;
  }
  const link = make("a", { href: URL.createObjectURL(file), download: file.name });
  link.click();
  // Some browsers fetch it late.
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  return true;
}

async function readKeys() {
  const entries = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  return Object.fromEntries(entries.map((key) => [key, localStorage.getItem(key)]));
}

async function readJournal() {
  const opening = indexedDB.open(DATABASE);
  // There is no such database: reading must not create an empty one that the app would then trust.
  opening.onupgradeneeded = () => opening.transaction.abort();
  const database = await settled(opening);
  try {
    const store = database.transaction(STORE).objectStore(STORE);
    const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
    return keys.map((key, index) => ({ key, value: values[index] }));
  } finally {
    database.close();
  }
}

function settled(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

/** Settles as `promise` does, or fails after so many milliseconds. */
export function within(milliseconds, promise) {
  const late = new Promise((_, failed) => setTimeout(() => failed(new Error("took too long")), milliseconds));
  return Promise.race([promise, late]);
}

// Bytes become arrays of numbers; JSON would lose or change them.
function plain(_, value) {
  if (value instanceof ArrayBuffer) return Array.from(new Uint8Array(value));
  return ArrayBuffer.isView(value) ? Array.from(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) : value;
}

/** A new element with these properties and children. */
export function make(tag, properties, children = []) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
