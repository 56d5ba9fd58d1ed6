// The yardstick of the moving figure: 14 closed paths of 14 cubic segments, each written anew in every frame.
const PATHS = 14;
const SEGMENTS = 14;
const TURN = (2 * Math.PI) / SEGMENTS;

const svg = document.querySelector("svg");
const paths = Array.from({ length: PATHS }, () => svg.appendChild(document.createElementNS(svg.namespaceURI, "path")));
requestAnimationFrame(draw);

function draw(now) {
  paths.forEach((path, index) => path.setAttribute("d", shape(index, now / 1000)));
  requestAnimationFrame(draw);
}

// Rings inside each other whose radius swells and shrinks on the way round.
function shape(index, seconds) {
  const at = (angle) => {
    const radius = 600 - 40 * index + 15 * Math.sin(3 * angle + 2 * seconds + index);
    return `${(radius * Math.cos(angle)).toFixed(1)} ${(radius * Math.sin(angle)).toFixed(1)}`;
  };
  let d = `M${at(0)}`;
  for (let segment = 0; segment < SEGMENTS; segment += 1) {
    d += `C${at((segment + 1 / 3) * TURN)} ${at((segment + 2 / 3) * TURN)} ${at((segment + 1) * TURN)}`;
  }
  return `${d}Z`;
}
