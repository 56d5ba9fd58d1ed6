### The app's own sentences. What each exercise says stands in its folder (content/exercises).
###
### An id begins with the place that says it; sections stand in alphabetical order. CONTRIBUTING.md tells more.

## amount: a number that is typed or changed a step at a time

# The buttons, for screen readers: "Less: Sets of Deep squat"
amount-less = Less: { $what }
amount-more = More: { $what }
# What the buttons change: "Reps each side of Deep squat"
amount-of = { $amounts } of { $exercise }
# After what was wrong with the number typed: "Until then it stays at 12."
amount-stays = Until then it stays at { $amounts }.

## builder: the runner's own routine, as it is built

builder-add-exercises = Add exercises
builder-add-exercise = Add an exercise
builder-unnamed = Unnamed routine
builder-name = Name
builder-in-order = Exercises in order
builder-in-total = In total
builder-nothing-advice = Add an exercise; level, sets and rest are yours to change.
builder-need = You need: { $kit }.
# At the foot of the list to add from: "3 exercises · 12 min"
builder-so-far = { $exercises } · { $minutes }
builder-search = Search exercises to add
builder-none-found = No exercise has these words. Try fewer.
# In the place of an exercise that was taken out, beside Undo.
builder-removed = { $exercise } removed
builder-said-removed = { $exercise } removed.
builder-said-added = { $exercise } added, number { NUMBER($number) }.
builder-said-moved = { $exercise } moved to { NUMBER($number) } of { NUMBER($all) }
builder-said-undone = Change undone.
builder-said-elsewhere = Changed in another tab.
builder-full = A routine has room for { NUMBER($room) } exercises. Remove one first.
# What has become of the last change.
builder-saves-as-you-go = Saves as you go
builder-saving = Saving…
builder-saved = Saved
builder-kept-soon = Kept in this browser
builder-kept-this-visit = Kept until you close the page
builder-not-saved = Not saved
builder-change = Change
builder-up = Move up
builder-down = Move down
builder-remove = Remove
builder-level-of = Level of { $exercise }
builder-sets = Sets
# A side is a set of its own.
builder-sets-each-side = Sets each side
builder-sets-of = Sets of { $exercise }
builder-rest = Rest after a set
builder-rest-of = Rest after a set of { $exercise }
builder-amounts = { $measure ->
    [reps] Reps
    [seconds] Seconds
    [steps] Steps
   *[rounds] Rounds
}
builder-amounts-each-side = { $measure ->
    [reps] Reps each side
    [seconds] Seconds each side
    [steps] Steps each side
   *[rounds] Rounds each side
}

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

common-add = Add
common-close = Close
common-done = Done
common-download-data = Download my data
# A routine without exercises.
common-empty = Nothing in it yet.
common-kit = Kit
common-level = Level
common-load-new = Load the new version
common-resume = Resume
common-see-exercises = See all exercises
common-see-routines = See all routines
common-sides = Sides
common-start = Start
common-to-today = Go to Today
common-try-again = Try again
common-undo = Undo

## dates: days and months. Their names come from the browser in every language but English

# "Monday 16 November"
dates-long = { $weekday } { $day } { $month }

## exercise: one exercise at one of its levels

exercise-unknown = This exercise is not here
exercise-unknown-why = There is no exercise at “{ $id }”. The link may be mistyped, or made by a newer version.
# When another level is chosen: "Hard: On one leg. 3 sets of 10."
exercise-said-level = { $level }: { $variation }. { $dose }.
exercise-tempo = Tempo
exercise-rest = Rest
# How long the rest is: "45 s between sets"
exercise-rest-between = { $rest } between sets
exercise-rest-afterwards = { $rest } afterwards
exercise-hold-still = Hold still
# The parts of a repetition, each with its seconds: "down 3 · up 1 s"
exercise-beats = { $beats } s
exercise-previous = Previous
exercise-next = Next
exercise-more = More exercises
exercise-try-now = Try now
exercise-star = Star
exercise-starred = Starred
exercise-add-to = Add to a routine
exercise-open-routine = Open { $routine }
exercise-full = { $routine } is full: a routine has room for { NUMBER($room) } exercises.
exercise-history = Your history
exercise-never = Not trained yet.
# "Last time: Mon 16 Nov, at Hard."
exercise-last-on = Last time: { $day }, at { $level }.
exercise-last = Last time: at { $level }.
exercise-never-here = Not trained at { $level } yet.
# "Best at Hard: right 12 reps, left 11 reps."
exercise-best = Best at { $level }: { $amounts }.
exercise-best-of = { $side ->
    [right] right { $amount }
   *[left] left { $amount }
}
# The figure, for screen readers: "Deep squat, Hard"
exercise-figure = { $exercise }, { $level }
exercise-eyes-closed = The eyes are closed.
exercise-shown-short = Shown short: you hold it for { NUMBER($seconds) } s.
exercise-play = Play
exercise-pause = Pause
exercise-half-speed = Half speed
exercise-front = Front
exercise-other-side = Other side
exercise-breathing = Breathing
exercise-when = When
exercise-easier = Easier
exercise-harder = Harder
exercise-slip = Slip
exercise-fix = Fix
exercise-start = Take position
exercise-steps = Move
exercise-cues = Cues, in order
exercise-common-slip = Common slip
# A note on an exercise that begins with this word stands out.
exercise-warning = Warning
exercise-primary = Most of the work
exercise-secondary = Help and steady
exercise-why = Why runners do it
exercise-muscles = Muscles
exercise-tags = Good to know

## exercises: the catalogue

exercises-title = Exercises
exercises-search = Search exercises
# In the empty search field.
exercises-search-example = Hips, band, squat
exercises-types = Type of exercise
exercises-all-types = All
exercises-filters = Filters
exercises-clear = Clear filters
exercises-none = Nothing fits all of that.
exercises-none-advice = Take a filter away, or search for a muscle, a piece of kit or a level.
exercises-any-kit = Any kit
exercises-area = Body area
exercises-any-area = Whole body
exercises-any-sides = Any
exercises-any-level = Any level
exercises-what-for = What it is for: { $kind }
exercises-why = Why
exercises-each-type = What each type is for
exercises-other-types = What the other types are for

## frame: what stands around every page

frame-brand = Mainspring
frame-skip = Skip to content
# The navigation, for screen readers.
frame-navigation = Main
frame-settings = Settings
frame-opening = Opening…
# Beside that, when it takes longer than usual.
frame-still-loading = This takes long. Mainspring is still trying.
frame-update = A new version is ready. Reload to use it; nothing is lost.
frame-reload = Reload
frame-dismiss = Dismiss

## goal: what training is for

goal-label = My goal
# In one word: three of them stand in a row on a phone.
goal-muscle = Muscle
goal-endurance = Endurance
goal-fitness = Fitness

## kit: what is needed to train

kit-none = No kit

## layoff: the way back after a break

layoff-reason = Coaches start below where you stopped, then build up.
# On the button of the lighter routine: "Start lighter · 6 min"
layoff-lighter = Start lighter · { $minutes }
layoff-old-level = Use my old level · { $minutes }

## lost: an address that names nothing

lost-title = There is no such page
lost-why = The address may be mistyped, or the page has moved.

## plan: how strength fits with running

plan-title = Strength and running
plan-choose = It depends on what you train for. Choose your goal.
plan-how-often = How often?

## planned: an exercise of a routine

# How long the rest after a set is: "45 s rest"
planned-rest = { $rest } rest
planned-unknown = Not in this version of Mainspring. It keeps its place; training passes over it.

## resume: the open session

resume-mark = In progress
resume-end = End here
# "Started 12 min ago"
resume-started = Started { $ago }

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

## routines: the lists of routines, and one that is looked at

routines-title = Routines
# After the minutes of a routine, which stand in large type.
routines-min = {" "}min
routines-new = New routine
routines-own = Your own
routines-ready = Ready to go
routines-shared = Shared with you
# What a new routine is called: "My routine", "My routine 2"
routines-my = My routine
routines-my-numbered = My routine { NUMBER($number) }
routines-copied = Copied to your own routines.
routines-show-more = Show { NUMBER($routines) } more
routines-none = Your own routines will stand here.
routines-none-advice = Begin with an empty one, or make a ready one yours and change it.
routines-delete = Delete
routines-edit = Edit
routines-view = View
routines-make-mine = Make it mine
routines-unknown = This routine is not here
routines-unknown-why = It may have been deleted, or kept in another browser.
routines-share = Share
routines-share-how = The whole routine is in the link. No server sees it.
routines-link = Link
routines-copy-link = Copy link

## shared: a routine that came in a link

shared-eyebrow = A routine shared with you
shared-save = Save to my routines
shared-save-and-start = Save and start
shared-saved = Saved to your routines.
shared-kept-soon = Added to your routines. Kept in this browser.
shared-kept-this-visit = Added to your routines. They are kept until you close the page.
shared-paste = Link from a message
shared-open = Open
shared-paste-first = Paste a link first.
shared-no-link = There is no link to Mainspring in this text. Copy the whole link.
shared-unreadable = This link does not open
shared-strangers = { $exercises ->
    [one] One exercise is not in this version of Mainspring. Reload to update; training passes over it.
   *[other] { $exercises } exercises are not in this version of Mainspring. Reload to update; training passes over them.
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
