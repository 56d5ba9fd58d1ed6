// Subject and yardstick in turns: what slows the machine for a while slows both, and their ratio stays.

/** Runs every one of `measures` (by name) `count` times, in turns and in alternating order, after a round that is not kept. */
export async function inTurns(count, measures) {
  const names = Object.keys(measures);
  const rounds = [];
  for (let round = 0; round <= count; round += 1) {
    const found = {};
    for (const name of round % 2 ? names : names.toReversed()) found[name] = await measures[name](round);
    if (round > 0) rounds.push(found);
  }
  return rounds;
}

/** The middle one of `numbers`. */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
