// The yardstick of the moving figure: 40 filled and stroked paths of 40 points, each written anew in every frame. What a phone
// can draw of a figure was found with this (figure row of the specification: 3.8 ms, where 4 became the target).
const PATHS = 40;
const POINTS = 40;
const TURN = (2 * Math.PI) / POINTS;

const svg = document.querySelector("svg");
const paths = Array.from({ length: PATHS }, () => svg.appendChild(document.createElementNS(svg.namespaceURI, "path")));
requestAnimationFrame(draw);

function draw(now) {
  paths.forEach((path, index) => path.setAttribute("d", shape(index, now / 1000)));
  requestAnimationFrame(draw);
}

// Rings inside each other whose radius swells and shrinks on the way round.
function shape(index, seconds) {
  let d = "M";
  for (let point = 0; point < POINTS; point += 1) {
    const angle = point * TURN;
    const radius = 660 - 15 * index + 12 * Math.sin(3 * angle + 2 * seconds + index);
    if (point > 0) d += "L";
    d += `${(radius * Math.cos(angle)).toFixed(1)} ${(radius * Math.sin(angle)).toFixed(1)}`;
  }
  return `${d}Z`;
}
