// The heading of each place of `ROUTES`.
export const HEADINGS = {
  "/": "Today",
  "/exercises": "Exercises",
  "/exercises/banded-glute-bridge?level=hard": "Banded glute bridge",
  "/routines": "Routines",
  "/routines/six-minutes": "Six minutes, no kit",
  "/r": "This link does not open",
  "/d": "This link does not open",
  "/made?min=12&run=before&in=20": "Made for you",
  "/own": "New exercise",
  "/plan": "Strength and running",
  "/progress": "Progress",
  "/play/six-minutes": "Six minutes, no kit",
  "/settings": "Settings",
};

/** A routine in the form of a link: three exercises at three levels. */
export const SHARED = "/r#1~Hills~deep-squat.b.60.15.15~single-leg-balance.h.30.30~lunge.x.0.8";

/** A finished session in the form of a link: a pistol squat, ten on the left, nine on the right. */
export const SHEET = "/d#1.C0JvZHkgd2VpZ2h0wMvFHADYBAIDARZzdXBwb3J0ZWQtcGlzdG9sLXNxdWF0AikACjIKCdwFiA";
