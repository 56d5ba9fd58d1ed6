// Pages and stores of somebody with exercises of her own.
import { open } from "../support/app.mjs";
import { plainPage, readKeys, withRoutine, writeStores } from "./stores.mjs";

/** The stores of somebody with these own exercises and a routine. */
export const withExercises = (exercises, routine) => ({
  keys: { ...withRoutine(routine).keys, "mainspring.exercises": JSON.stringify({ v: 1, exercises }), "mainspring.index": '{"v":1,"keys":["routines","exercises"]}' },
});

/** The page at `path` of somebody with these stores. */
export async function withStores(app, stores, path) {
  const page = await plainPage(app);
  await writeStores(page, stores);
  return open(page, app.server.origin + path);
}

/** The own exercises as they are stored. */
export const stored = async (page) => JSON.parse((await readKeys(page))["mainspring.exercises"] ?? '{"exercises":[]}').exercises;
export const button = (page, name) => page.getByRole("button", { name, exact: true });
export const heading = (page) => page.getByRole("heading", { level: 1 });
