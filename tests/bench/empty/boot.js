// Starts the empty page, and nothing else: what any page of this toolchain has to do.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const { default: init } = await import(js);
await init({ module_or_path: wasm });
await navigator.serviceWorker?.register("/sw.js", { updateViaCache: "none" });
