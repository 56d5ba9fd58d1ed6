// Draws public/icons from tools/icons/mark.svg: one mark, four backgrounds. Needs Chromium: `make icons`.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, browser } from "./chromium.mjs";

const OUT = "public/icons";
const GROUND = "#08686c"; // oklch(.47 .078 200)
const SOURCE = readFileSync("tools/icons/mark.svg", "utf8");
const MARK = SOURCE.replace(/<\/?svg[^>]*>|<!--[^]*?-->/g, "").replace(/\n\s*/g, "");
const INKS = [...new Set(MARK.match(/#[0-9a-f]{6}/g))];

// `scale` leaves a margin: launchers may cut a maskable icon to its inner 80 %, and iOS rounds the touch icon.
const ICONS = [
  { name: "icon-192.png", size: 192, corner: 112, scale: 0.92 },
  { name: "icon-512.png", size: 512, corner: 112, scale: 0.92 },
  { name: "maskable-512.png", size: 512, corner: 0, scale: 0.7 },
  { name: "touch-180.png", size: 180, corner: 0, scale: 0.84 },
];

mkdirSync(OUT, { recursive: true });
writeFileSync(join(OUT, "icon.svg"), `${drawing({ corner: 112, scale: 0.92 })}\n`);

const chrome = await chromium.launch({ executablePath: browser(), args: CHROMIUM_ARGS });
try {
  const page = await chrome.newPage();
  for (const icon of ICONS) {
    const pixels = Buffer.from(await page.evaluate(rasterise, [drawing(icon), icon.size]), "base64");
    const png = palettePng(pixels, icon.size);
    writeFileSync(join(OUT, icon.name), png);
    console.log(`${icon.name}: ${png.length} bytes`);
  }
} finally {
  await chrome.close();
}

function drawing({ corner, scale, size = 512 }) {
  const shift = Number((256 * (1 - scale)).toFixed(2));
  const ground = `<rect width="512" height="512"${corner ? ` rx="${corner}"` : ""} fill="${GROUND}"/>`;
  const mark = `<g transform="translate(${shift} ${shift}) scale(${scale})">${MARK}</g>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="${size}" height="${size}">${ground}${mark}</svg>`;
}

// Runs in the page: the SVG's pixels, four bytes each, as base64.
async function rasterise([svg, size]) {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const context = Object.assign(document.createElement("canvas"), { width: size, height: size }).getContext("2d");
  context.drawImage(image, 0, 0, size, size);
  const { data } = context.getImageData(0, 0, size, size);
  return btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(""));
}

// A few flat colours and their soft edges fit in a palette: a fifth of the size of a full-colour file.
function palettePng(pixels, size) {
  const palette = edges();
  const known = new Map();
  const row = size / 2 + 1;
  const rows = Buffer.alloc(size * row);
  for (let at = 0; at < size * size; at += 1) {
    const colour = pixels.readUInt32BE(at * 4);
    if (!known.has(colour)) known.set(colour, nearest(palette, pixels.subarray(at * 4, at * 4 + 4)));
    const across = at % size;
    rows[Math.floor(at / size) * row + 1 + (across >> 1)] |= known.get(colour) << (across % 2 ? 0 : 4);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap(([red, green, blue]) => [red, green, blue]))),
    chunk("tRNS", Buffer.from(palette.map((colour) => colour[3]))),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

// The background blended with transparency and with each colour: at most 16 colours, four bits per pixel.
function edges(steps = Math.floor(15 / (1 + INKS.length))) {
  const ground = rgb(GROUND);
  const fading = Array.from({ length: steps + 1 }, (_, step) => [...ground, Math.round((255 * step) / steps)]);
  const mixed = INKS.map(rgb).flatMap((ink) =>
    Array.from({ length: steps }, (_, step) => [
      ...ground.map((from, channel) => Math.round(from + ((ink[channel] - from) * (step + 1)) / steps)),
      255,
    ]),
  );
  return [...fading, ...mixed];
}

function nearest(palette, [red, green, blue, alpha]) {
  const distances = palette.map(([r, g, b, a]) => (alpha * ((r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2)) / 255 + 3 * (a - alpha) ** 2);
  return distances.indexOf(Math.min(...distances));
}

function rgb(hex) {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

function chunk(name, content) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
