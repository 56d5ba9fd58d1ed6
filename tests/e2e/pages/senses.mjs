// Recorders of sound, speech, vibration and wake lock. Each function but the last runs
// in the page, before the app.

/** Records the scheduled tones, in seconds from that moment. */
export function hearTones() {
  window.tones = new Map();
  const { start, stop } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (when) {
    window.tones.set(this, { after: Math.round(when - this.context.currentTime), pitch: this.frequency.value });
    return start.call(this, when);
  };
  OscillatorNode.prototype.stop = function (when) {
    if (when === undefined) window.tones.delete(this);
    return stop.call(this, when);
  };
  const { connect } = AudioNode.prototype;
  AudioNode.prototype.connect = function (to, ...rest) {
    if (to instanceof AudioDestinationNode) window.loudness = this.gain;
    return connect.call(this, to, ...rest);
  };
}

/** A device with one voice; records its sentences. */
export function hearVoice() {
  window.said = [];
  const voice = { name: "Test", lang: "en-GB", localService: true, default: true };
  const speak = ({ text }) => text && window.said.push(text);
  const nothing = () => {};
  const value = { getVoices: () => [voice], speak, cancel: nothing, addEventListener: nothing, removeEventListener: nothing };
  Object.defineProperty(window, "speechSynthesis", { value });
  window.SpeechSynthesisUtterance = class {
    constructor(text = "") {
      this.text = text;
    }
  };
}

/** Records the vibration patterns. */
export function feelShakes() {
  window.shakes = [];
  const value = (pattern) => window.shakes.push([...pattern]) > 0;
  Object.defineProperty(navigator, "vibrate", { value });
}

/** Records requests and releases of the wake lock; refuses if `window.denies`. */
export function watchLocks() {
  window.locks = { asked: 0, released: 0 };
  const request = async () => {
    window.locks.asked += 1;
    if (window.denies) throw new DOMException("no", "NotAllowedError");
    return { release: async () => void (window.locks.released += 1) };
  };
  Object.defineProperty(navigator, "wakeLock", { value: { request } });
}

/** Records playback and whether it came of a tap, the sound files, and the keys of the lock screen. */
export function watchTrack() {
  window.plays = [];
  window.files = [];
  window.keys = {};
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    window.element = this;
    window.plays.push({ url: this.src.slice(0, 5), tapped: navigator.userActivation.isActive });
    return window.denies ? Promise.reject(new DOMException("no", "NotAllowedError")) : play.call(this);
  };
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    window.files.push({ type: blob.type, size: blob.size });
    return createObjectURL.call(URL, blob);
  };
  const { setActionHandler } = MediaSession.prototype;
  MediaSession.prototype.setActionHandler = function (name, handler) {
    window.keys[name] = handler;
    return setActionHandler.call(this, name, handler);
  };
}

/** Settings with these toggles switched on and off. */
export function chosen({ on = [], off = [], sound = true, volume = 80 }) {
  const usual = { v: 1, goal: "fitness", kit: [], theme: "system", units: "metric", starred: [], first: "right" };
  return { "mainspring.settings": JSON.stringify({ ...usual, sound, on, off, volume }) };
}
