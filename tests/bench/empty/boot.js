// Starts the empty page, and nothing else: what any page of this toolchain has to do.
start();

async function start() {
  const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
  const { default: init } = await import(js);
  if (document.readyState === "loading") await new Promise((done) => addEventListener("DOMContentLoaded", done));
  await init({ module_or_path: wasm });
  await navigator.serviceWorker?.register("/sw.js", { updateViaCache: "none" });
}
