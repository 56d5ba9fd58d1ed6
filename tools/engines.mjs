// Paths of the other two browser engines on this machine: Firefox, and WebKitGTK's WebDriver with a virtual screen.
// FIREFOX=, WEBKITWEBDRIVER=, MINIBROWSER= and XVFB= take precedence; ENGINES= chooses the engines.
// node tools/engines.mjs prints the Debian packages that the chosen engines still need, one per line.
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { find } from "./chromium.mjs";

const PROGRAMS = {
  firefox: [
    { name: "FIREFOX", package: "firefox-esr", find: () => find(["firefox-esr", "firefox"], ["/Applications/Firefox.app/Contents/MacOS/firefox"]) },
  ],
  webkit: [
    { name: "WEBKITWEBDRIVER", package: "webkit2gtk-driver", find: () => find(["WebKitWebDriver"]) },
    { name: "MINIBROWSER", package: "webkit2gtk-driver", find: findMiniBrowser },
    { name: "XVFB", package: "xvfb", find: () => find(["Xvfb"]) },
  ],
};

/** Every engine's name. */
export const ALL = Object.keys(PROGRAMS);

/** The names in ENGINES=, or all of them. */
export function chosen() {
  const names = (process.env.ENGINES || ALL.join(" ")).split(/[\s,]+/).filter(Boolean);
  const unknown = names.filter((name) => !ALL.includes(name));
  if (unknown.length) throw new Error(`ENGINES=${unknown.join(" ")}: there is ${ALL.join(" and ")}.`);
  return names;
}

/** The paths of an engine's programs by their names, or an error that says what to do. */
export function programs(engine) {
  const found = PROGRAMS[engine].map(({ name, package: from, ...program }) => {
    const path = process.env[name] || program.find();
    if (!path || !existsSync(path)) {
      throw new Error(`No ${from} found. Run \`make setup-test\`, set ${name}=/path/to/it, or leave ${engine} out: ENGINES="${ALL.filter((other) => other !== engine).join(" ")}".`);
    }
    return [name, path];
  });
  return Object.fromEntries(found);
}

function missing() {
  const needed = chosen().flatMap((engine) => PROGRAMS[engine]);
  return [...new Set(needed.filter(({ name, find }) => !process.env[name] && !find()).map(({ package: from }) => from))];
}

// WebKitGTK's own small browser is not on PATH: /usr/lib/<machine>/webkit2gtk-4.1/MiniBrowser on Debian, /usr/libexec elsewhere.
function findMiniBrowser() {
  const roots = ["/usr/libexec", "/usr/lib", ...folders("/usr/lib", /-linux-gnu/)];
  return find([], roots.flatMap((root) => folders(root, /^webkit(2gtk|gtk)-/)).map((folder) => join(folder, "MiniBrowser")));
}

function folders(root, pattern) {
  if (!existsSync(root)) return [];
  return readdirSync(root).filter((name) => pattern.test(name)).toSorted().map((name) => join(root, name));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    for (const name of missing()) console.log(name);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
