// What is wrong with the look of a page: found by measuring its texts, at whatever size and with whatever letters it is shown.
import { paint } from "./clock.mjs";

export const SIZES = [
  [390, 844],
  [320, 568],
  [844, 390],
  [768, 1024],
  [1280, 800],
  [1920, 1080],
];

/** Opens all that folds on the page. */
export async function unfold(page) {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("main details:not([open])")) details.querySelector("summary").click();
    document.querySelector('main [aria-controls="filters"][aria-expanded="false"]')?.click();
  });
  await paint(page);
}

/** The faults at each of `sizes`, one line each. */
export async function faultsAt(page, where, sizes = SIZES) {
  const wrong = [];
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await paint(page);
    wrong.push(...(await page.evaluate(faults)).map((fault) => `${where} at ${width}×${height}: ${fault}`));
  }
  return wrong;
}

// Runs in the page: texts that lie on each other, stick out, are cut off, or broken within a word.
function faults() {
  const wrong = new Set();
  const root = document.querySelector("dialog[open]") ?? document.body;
  if (document.documentElement.scrollWidth > innerWidth) wrong.add(`${document.documentElement.scrollWidth} px wide`);

  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest(".visually-hidden, .skip, svg, option");
  const above = function* (element) {
    for (let one = element; one && one !== document.body; one = one.parentElement) yield one;
  };
  /** Bars and notices float over the page: only what floats together can lie on each other. */
  const layerOf = (element) => [...above(element)].find((one) => /fixed|sticky/.test(getComputedStyle(one).position)) ?? root;
  /** The part of `box`, of something in `element`, that no list around it has scrolled away. */
  const inSight = (element, { left, right, top, bottom, height }) => {
    for (const one of above(element)) {
      if (one === root || !/auto|scroll/.test(getComputedStyle(one).overflowY)) continue;
      const frame = one.getBoundingClientRect();
      [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
    }
    return { left, right, top, bottom, height };
  };
  const named = (text) => `“${text.trim().replaceAll(/\s+/g, " ").slice(0, 32)}”`;

  const texts = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    if (!node.data.trim() || !isSeen(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // The box of a line of large digits is higher than the line.
    const line = parseFloat(getComputedStyle(parent).lineHeight) || Infinity;
    const atMost = ({ left, right, top, bottom, width, height }) => {
      const less = Math.max(0, height - line) / 2;
      return { left, right, top: top + less, bottom: bottom - less, width, height: height - 2 * less };
    };
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1).map(atMost);
    if (!boxes.length || isHidden(parent)) continue;
    texts.push({ node, parent, boxes, words: named(node.data), layer: layerOf(parent) });
  }
  // What is for screen readers alone is a box of one pixel.
  function isHidden(element) {
    return [...above(element)].some((one) => {
      const { clipPath, overflow } = getComputedStyle(one);
      return clipPath === "inset(50%)" || (overflow === "hidden" && one.clientWidth <= 1);
    });
  }

  for (const { node, parent, boxes, words } of texts) {
    for (const box of boxes) {
      const clips = [...above(parent)].map((one) => [one, getComputedStyle(one)]);
      const scrolls = clips.find(([, style]) => /auto|scroll/.test(style.overflowX));
      if (!scrolls && (box.left < -1 || box.right > innerWidth + 1)) wrong.add(`${words} sticks out of the window`);
      for (const [one, { overflowX, overflowY }] of clips) {
        if (scrolls && one.contains(scrolls[0]) && one !== scrolls[0]) break;
        const frame = one.getBoundingClientRect();
        if (/hidden|clip/.test(overflowX) && (box.left < frame.left - 1 || box.right > frame.right + 1)) wrong.add(`${words} is cut off`);
        // The box of a line is higher than its letters.
        if (/hidden|clip/.test(overflowY) && (box.top < frame.top - 4 || box.bottom > frame.bottom + 4)) wrong.add(`${words} is cut off below`);
      }
    }
    for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top)));
      // The id of a build is no word.
      if (lines.size > 1 && !/^[0-9a-f]{16}$/.test(word)) wrong.add(`“${word}” is broken`);
    }
  }

  for (const [at, one] of texts.entries()) {
    for (const other of texts.slice(at + 1)) {
      if (one.layer !== other.layer) continue;
      for (const a of one.boxes.map((box) => inSight(one.parent, box))) {
        for (const b of other.boxes.map((box) => inSight(other.parent, box))) {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (across > 1 && down > 4 + (a.height + b.height) * 0.06) wrong.add(`${one.words} lies on ${other.words}`);
        }
      }
    }
  }

  // A button or field on another one cannot be pressed.
  const controls = [...root.querySelectorAll("a[href], button, input:not([type=radio], [type=checkbox]), select, textarea, summary")].filter(
    (element) => isSeen(element) && !isHidden(element) && element.getBoundingClientRect().width > 1,
  );
  for (const [at, one] of controls.entries()) {
    for (const other of controls.slice(at + 1)) {
      if (one.contains(other) || other.contains(one) || layerOf(one) !== layerOf(other)) continue;
      const [a, b] = [one, other].map((control) => inSight(control, control.getBoundingClientRect()));
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 2 && down > 2 && a.height && b.height) wrong.add(`${named(one.textContent || one.id)} covers ${named(other.textContent || other.id)}: ${Math.round(across)}×${Math.round(down)}`);
    }
  }
  return [...wrong];
}
