// A page in any engine, as its user has it: things are found by role and name, and pressed where they are seen.
// The driver under it opens addresses, evaluates, taps at a point and types.

/** Time for anything that is waited for, on a machine that is busy with something else. Milliseconds. */
const LIMIT = 60_000;
const EVERY = 50;

export const KEYS = { escape: "\uE00C", tab: "\uE004", backspace: "\uE003", enter: "\uE007" };

export class Page {
  /** Errors on the console, uncaught ones, and violations of the Content-Security-Policy. */
  problems = [];
  #allowed = [];

  constructor(driver, server) {
    this.driver = driver;
    this.server = server;
  }

  /** Goes to a path of the app, and waits until the app is ready there. */
  async open(path) {
    await this.#gather();
    const here = await this.evaluate(() => location.pathname + location.search);
    // A new document also where only what follows the # differs.
    if (here === path.split("#")[0]) await this.driver.open("about:blank");
    await this.driver.open(this.server.origin + path);
    await this.#ready();
  }

  async reload() {
    await this.#gather();
    await this.driver.reload();
    await this.#ready();
  }

  /** The result of a function run in the page; it sees nothing but its arguments, all of which are JSON. */
  evaluate(act, ...values) {
    return this.driver.evaluate(String(act), values);
  }

  /** Waits until a function of the page comes to something that is true, and returns it. */
  async until(what, act, ...values) {
    const end = Date.now() + LIMIT;
    for (;;) {
      const found = await this.evaluate(act, ...values);
      if (found) return found;
      if (Date.now() > end) throw new Error(`waited in vain: ${what}\n${await this.evaluate(describe)}`);
      await pause(EVERY);
    }
  }

  /** Waits until a function of the page comes to something else than now. */
  async changes(what, act) {
    const before = await this.evaluate(act);
    const end = Date.now() + LIMIT;
    while ((await this.evaluate(act)) === before) {
      if (Date.now() > end) throw new Error(`waited in vain: ${what}\n${before}`);
      await pause(EVERY);
    }
  }

  /** Waits until the text of `css` is `words`, or matches where that is a pattern. */
  async reads(css, words) {
    const pattern = words instanceof RegExp ? words.source : undefined;
    await this.until(`${css} reads ${words}`, matches, css, pattern ?? String(words), Boolean(pattern));
  }

  /** The text of the first `css`, as stored in the page. */
  text(css) {
    return this.evaluate((css) => document.querySelector(css)?.textContent.trim() ?? null, css);
  }

  /**
   * Presses what has this role and name, once it stands still in sight and nothing covers it; `within` is a selector.
   * Not where `over`, a selector, has come meanwhile: what the button does can also happen by itself.
   */
  async press(role, name, within = "body", over = undefined) {
    const at = await this.#find(role, name, within, over);
    if (at) await this.driver.tap(at.x, at.y);
  }

  /** Types over what stands in a field. */
  async fill(role, name, text, within = "body") {
    await this.press(role, name, within);
    await this.until(`${role} ${name} has the focus`, () => document.activeElement?.matches("input, textarea"));
    await this.evaluate(() => document.activeElement.select());
    await this.keys(text);
  }

  keys(text) {
    return this.driver.keys(text);
  }

  /** Names a problem that the step makes on purpose. */
  allow(pattern) {
    this.#allowed.push(pattern);
  }

  /** Every problem so far; each is told once. */
  async takeProblems() {
    await this.#gather();
    return this.problems.splice(0);
  }

  note(problem) {
    if (!this.#allowed.some((pattern) => pattern.test(problem))) this.problems.push(problem);
  }

  async #ready() {
    await this.evaluate(watch);
    await this.until("the app is ready", () => document.querySelector("html[data-ready], [data-recovery]") !== null);
    const recovery = await this.text("[data-recovery]");
    if (recovery) throw new Error(`the app did not start: ${recovery}`);
  }

  async #gather() {
    const found = await this.evaluate(() => (window.engineProblems ?? []).splice(0));
    found.forEach((problem) => this.note(problem));
  }

  async #find(role, name, within, over) {
    const end = Date.now() + LIMIT;
    const [pattern, words] = name instanceof RegExp ? [true, name.source] : [false, name];
    let before;
    for (;;) {
      const found = await this.evaluate(locate, role, words, pattern, within, over ?? null);
      if (found.over) return undefined;
      if (found.x !== undefined && found.x === before?.x && found.y === before?.y) return found;
      if (Date.now() > end) throw new Error(`${role} "${name}" in ${within}: ${found.why ?? "it moves"}\n${await this.evaluate(describe)}`);
      before = found;
      await pause(EVERY);
    }
  }
}

// In the page: the middle of what has this role and name, or why it cannot be pressed.
function locate(role, words, pattern, within, over) {
  if (over && document.querySelector(over)) return { over: true };
  const SELECTORS = {
    button: "button, [role=button]",
    link: "a[href]",
    textbox: "input[type=text], input[type=search], input:not([type]), textarea",
    spinbutton: "input[type=number], [role=spinbutton]",
    radio: "input[type=radio]",
    checkbox: "input[type=checkbox], [role=switch]",
  };
  const plain = (text) => text.replace(/\s+/g, " ").trim();
  const byIds = (ids) => ids.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  const nameOf = (element) => {
    const labels = element.getAttribute("aria-labelledby");
    const own = element.getAttribute("aria-label") ?? (labels ? byIds(labels) : undefined);
    if (own !== undefined) return plain(own);
    return plain(element.labels?.length ? Array.from(element.labels, (label) => label.textContent).join(" ") : element.textContent);
  };
  const fits = (element) => (pattern ? new RegExp(words).test(nameOf(element)) : nameOf(element) === words);
  // A field that the style sheet hides is pressed by its label.
  const faceOf = (element) => (["radio", "checkbox"].includes(role) && element.labels?.[0]) || element;
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 0;
  const root = document.querySelector(within);
  if (!root) return { why: `there is no ${within}` };
  const all = [...root.querySelectorAll(SELECTORS[role])].filter(fits);
  const element = all.find((element) => isSeen(faceOf(element)));
  if (!element) return { why: all.length ? "not in sight" : "not there" };
  if (element.disabled) return { why: "disabled" };
  const face = faceOf(element);
  face.scrollIntoView({ block: "center", behavior: "instant" });
  const box = face.getBoundingClientRect();
  const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
  const top = document.elementFromPoint(x, y);
  if (!face.contains(top)) return { why: `covered by ${top?.outerHTML.slice(0, 200)}` };
  return { x, y };
}

// In the page: true where the text of `css` is these words.
function matches(css, words, pattern) {
  const text = document.querySelector(css)?.textContent.replace(/\s+/g, " ").trim();
  return text !== undefined && (pattern ? new RegExp(words).test(text) : text === words);
}

// In the page: notes what goes wrong in it from now on.
function watch() {
  const problems = (window.engineProblems ??= []);
  const { error } = console;
  console.error = (...words) => {
    problems.push(`console: ${words.join(" ")}`);
    error.apply(console, words);
  };
  addEventListener("error", (event) => problems.push(`uncaught: ${event.message}`));
  addEventListener("unhandledrejection", (event) => problems.push(`uncaught: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) => problems.push(`policy: ${event.effectiveDirective} ${event.blockedURI}`));
}

// In the page: where it is and what stands on it, for an error's text.
function describe() {
  return `at ${location.href}: ${document.body.innerText.replace(/\s+/g, " ").slice(0, 600)}`;
}

export function pause(ms) {
  return new Promise((done) => setTimeout(done, ms));
}
