### The app's own sentences. What each exercise says stands in its folder (content/exercises).
###
### An id begins with the place that says it; sections stand in alphabetical order. CONTRIBUTING.md tells more.

## coach: what is suggested on Today, and why

coach-train = Up next
coach-done-today = Done for today
coach-week-done = Your week is done
coach-rest = Rest today
coach-first = A first session: short, standing, nothing to fetch.
coach-first-hurts = The first session loads a part that hurts.
coach-all-hurts = What you have kit for loads a part that hurts.
coach-all-days = You trained on all the strength days your goal asks for.
coach-hours-between = Coaches leave 48 hours between leg sessions.
coach-something-else = It trains something else than yesterday.
coach-yesterday-hard = Yesterday was hard. Coaches leave 48 hours between leg sessions.
coach-not-lately = You have not trained it lately.
coach-new = New to you, and you have what it needs.
coach-longest-ago = Of those that fit you, the one trained longest ago.

## common: what several places say; sorted by id

## dates: days and months. Their names come from the browser in every language but English

# "Monday 16 November"
dates-long = { $weekday } { $day } { $month }

## layoff: the way back after a break

layoff-reason = Coaches start below where you stopped, then build up.
# On the button of the lighter routine: "Start lighter · 6 min"
layoff-lighter = Start lighter · { $minutes }
layoff-old-level = Use my old level · { $minutes }

## routine: a routine in few words

# On the button that starts it: "Start · 6 min · no kit"
routine-start = Start · { $minutes } · { $kit }
routine-no-kit = no kit
# Two pieces of kit in a row.
routine-two-kits = { $first }, { $second }
routine-many-kits = { $pieces ->
    [one] { $pieces } piece of kit
   *[other] { $pieces } pieces of kit
}

## today: what Today shows

today-title = Today
today-see-routine = See the routine
today-ends-open = Ends the open session. Its sets stay in your log.
today-welcome-back = Welcome back
today-start-afresh = Or start afresh
today-run-order = Run before or after strength?
today-when-it-changes = When the answer changes
today-no-sessions = Your sessions gather here, day by day.
today-this-week = This week
today-other-sessions = Other sessions
# What comes next after a day of rest, and on which day: "Next: Balance, on Tuesday."
today-next = Next: { $routine }, { $day }.
today-start-else = Start something else
# Exercises that are left out of what is suggested.
today-left-out = Without { $exercises }: it loads a part that hurts.
today-last-session = Last session
today-elsewhere = Running in another tab
today-left-elsewhere = Left in another tab

## units: amounts with their unit

units-minutes = { NUMBER($minutes) } min
