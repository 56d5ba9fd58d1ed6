// Twenty years of training as the app would have stored them: 5,200 sessions, 104,000 sets, one value a month.
// The shape is that of src/domain/saved/month/mod.rs; the same day in gives the same bytes out.

const WEEKS = 20 * 52;
/** Days before today of the five sessions of a week. */
const DAYS = [0, 1, 3, 4, 6];
const DAY = 24 * 60 * 60 * 1000;
const PREFIX = "mainspring.";
/** The quota of localStorage, in the UTF-16 units that browsers count. */
export const QUOTA = 5 * 1024 * 1024;

// Exercise, level letter, sets, side letters in turn, measure letter, amount, seconds a set: twenty sets a session.
const BODY_WEIGHT = [
  ["deep-squat", "b", 6, "-", "n", 20, 110],
  ["lunge", "b", 6, "-", "n", 15, 105],
  ["single-leg-balance", "b", 4, "lr", "s", 30, 45],
];
const BALANCE = [
  ["supported-pistol-squat", "b", 4, "rl", "n", 10, 65],
  ["single-leg-deadlift", "b", 4, "lr", "n", 10, 70],
  ["single-leg-balance", "h", 2, "lr", "s", 30, 45],
];
const BANDS = [
  ["banded-glute-bridge", "h", 7, "-", "n", 10, 75],
  ["monster-walk", "x", 6, "-", "p", 12, 66],
  ["banded-dead-bug", "b", 7, "-", "n", 12, 80],
];
const ROUTINES = [
  ["body-weight", "Body weight", BODY_WEIGHT],
  ["balance", "Balance, barefoot", BALANCE],
  ["bands-before-a-run", "Bands before a run", BANDS],
];
const EFFORTS = ["right", "easy", "right", "hard", ""];

/** `{ entries, oldest, sessions, sets, size }`: what to put into localStorage, and what it amounts to. */
export function history(now) {
  const months = new Map();
  let sets = 0;
  const starts = startTimes(now);
  for (const [index, started] of starts.entries()) {
    const [from, name, plan] = ROUTINES[index % ROUTINES.length];
    const month = monthOf(months, started);
    const written = writeSets(plan, month.x, index);
    sets += written.count;
    const effort = EFFORTS[index % EFFORTS.length];
    month.s.push([id(index), from, name, started, 0, written.seconds, written.count, effort, written.text]);
  }
  const keys = [...months.keys()];
  const values = keys.map((key) => [PREFIX + key, JSON.stringify(months.get(key))]);
  const entries = [...values, [PREFIX + "index", JSON.stringify({ v: 1, keys })]];
  const size = entries.reduce((total, [key, value]) => total + key.length + value.length, 0);
  return { entries, oldest: id(0), sessions: starts.length, sets, size };
}

/** A routine of the runner's own with `sets` sets of ten repetitions, as it is stored. */
export function longRoutine(id, sets) {
  const item = (count) => ({ exercise: "deep-squat", level: "base", targets: Array(count).fill(10), rest: 60 });
  const items = Array.from({ length: Math.ceil(sets / 10) }, (_, index) => item(Math.min(10, sets - index * 10)));
  return [PREFIX + "routines", JSON.stringify({ v: 1, routines: [{ id, name: "Squats", items }] })];
}

// Five of the seven days before now in every week, at 18:00 UTC, oldest first.
function startTimes(now) {
  const evening = Math.floor(now / DAY) * DAY - 6 * 60 * 60 * 1000;
  const times = Array.from({ length: WEEKS }, (_, week) => DAYS.map((day) => evening - (week * 7 + day) * DAY));
  return times.flat().reverse();
}

function monthOf(months, started) {
  const key = `log:${new Date(started).toISOString().slice(0, 7)}`;
  if (!months.has(key)) months.set(key, { v: 1, x: [], s: [] });
  return months.get(key);
}

function writeSets(plan, dictionary, index) {
  const tokens = [];
  let seconds = 0;
  for (const [exercise, level, sets, sides, measure, target, pace] of plan) {
    if (!dictionary.includes(exercise)) dictionary.push(exercise);
    for (let set = 1; set <= sets; set += 1) {
      for (const side of sides) {
        // Every eleventh set falls a little short, as sets do.
        const done = (index + tokens.length) % 11 ? "" : `/${target - 1}`;
        const after = pace + ((index * 7 + tokens.length) % 9);
        tokens.push(`${dictionary.indexOf(exercise)}${level}${set}${side}${measure}${target}${done}+${after}`);
        seconds += after;
      }
    }
  }
  return { text: tokens.join(" "), count: tokens.length, seconds };
}

function id(index) {
  return `bench${index.toString(36).padStart(5, "0")}`;
}
