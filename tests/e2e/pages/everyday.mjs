// Browser translation and screen reader, simulated.

/**
 * Changes every text as a browser's translation does: `how` is "fonts" (each is replaced by two `<font>` elements) or
 * "gone" (each is removed, and nothing is put in its place). Text marked as not to be translated stays. Returns the number of
 * texts.
 */
export function translate(page, how = "fonts") {
  return page.evaluate((how) => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) {
      const kept = walk.currentNode.parentElement.closest('[translate="no"], script, style, textarea, svg');
      if (!kept && walk.currentNode.data.trim()) texts.push(walk.currentNode);
    }
    for (const text of texts) {
      if (how === "gone") {
        text.remove();
        continue;
      }
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
    return texts.length;
  }, how);
}

/** The text of the page's main part, with the day marked as today. */
export function words(page) {
  return page.locator("main").evaluate((main) => {
    const marked = main.querySelector("[aria-current=date]");
    const flat = (element) => element.innerText.replace(/\s+/g, " ").trim();
    return flat(main) + (marked ? ` [today: ${flat(marked)}]` : "");
  });
}

/** Runs before the app: `window.heard` has the announcements of a screen reader, each change of a live region once. */
export function hear() {
  window.heard = [];
  const region = (node) => (node.closest ? node : node.parentElement)?.closest("[role=status], [role=alert], [aria-live=polite]");
  new MutationObserver((records) => {
    const regions = new Set(records.map(({ target }) => region(target)).filter(Boolean));
    for (const changed of regions) if (changed.textContent.trim()) window.heard.push(changed.textContent.trim());
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** True if `word` runs from left to right at its last place within `element`; null if it is not there. */
export function runsRight(element, word) {
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.data.lastIndexOf(word);
    if (at < 0) continue;
    const left = (offset) => {
      const range = document.createRange();
      range.setStart(walk.currentNode, at + offset);
      range.setEnd(walk.currentNode, at + offset + 1);
      return range.getBoundingClientRect().left;
    };
    return left(0) < left(word.length - 1);
  }
  return null;
}
