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
# What is wrong with the number typed.
amount-out-of-range = Enter a whole number from 1 to 999.

## backup: the file that holds all data

# The system's sheet for handing on a file was closed.
backup-cancelled = You closed the share sheet. Nothing was saved.
backup-not-taken = The browser did not take the file. Allow downloads here, then try again.
# $gaps are sentences.
backup-incomplete = Your file is not complete. { $gaps }
backup-gap-store = The browser's storage could not be read. What it held is not in this file.
backup-gap-all-but-journal = The browser's storage could not be read. This file has only the journal.
backup-gap-journal = The journal of sets could not be read. Sets of an open session may be missing from this file.
backup-gap-session = A part of an open session could not be read. Its text is in this file as it was stored.
# $what is one of store-settings, store-routines, store-plan and these two.
backup-gap-unreadable = { $what } could not be read. Their text is in this file as it was stored.
backup-gap-newer = { $what } were written by a newer version. Their text is in this file as it was stored.
backup-pain = Your notes on pain
# $month as 2026-11.
backup-month = The sessions of { $month }

## boot: the page that stands where the app does not start (public/boot.js)

boot-slow = Mainspring is taking too long to open
boot-failed = Mainspring could not start
# The reason where one is known, before what stands next.
boot-newer = A new version of Mainspring may be out.
boot-offline = This device has no connection.
boot-data-safe = Your training data is still on this device. Reload the page.
boot-if-it-stays = If this keeps happening, download your data and update your browser.

## broken: the screen that stands where the app itself breaks

broken-title = Something broke
broken-what = Every set you finished is saved. Reload to carry on where you were.

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
builder-none-found = No exercise matches. Try fewer words.
# In the place of an exercise that was taken out, beside Undo.
builder-removed = { $exercise } removed
builder-said-removed = { $exercise } removed.
builder-said-added = { $exercise } added, number { NUMBER($number) }.
builder-said-moved = { $exercise } moved to { NUMBER($number) } of { NUMBER($all) }
builder-redo = Redo
builder-said-undone = Change undone.
builder-said-redone = Change made again.
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
# What a routine may have beside its main part.
builder-add-block = Add a part
builder-add-here = Add here
builder-rounds = Rounds
builder-rounds-of = Rounds of { $name }
builder-round-rest = Rest after a round
builder-interval-rest = Rest after each
builder-interval-rest-of = Rest after each set of { $name }
builder-work = Work
builder-work-of = Work of { $name }
builder-every = A set every
builder-ladder = Each round
builder-ladder-of = Change from round to round of { $name }
builder-all-time = Minutes
builder-breath = A breath
builder-breath-of = Length of a breath of { $name }
builder-all-time-of = Minutes of { $name }
builder-every-of = Time for each set of { $name }
builder-round-rest-of = Rest after a round of { $name }
builder-order = Which side first
builder-order-of = Which side first: { $exercise }
builder-order-usual = Usual
# The seconds of a part of a repetition; $part is "down", "hold", "press up".
builder-tempo = Tempo: { $part }
builder-tempo-of = Tempo of { $exercise }: { $part }
builder-note = Note
builder-note-of = Note on { $name }
builder-move-to = Move to
builder-duplicate = Duplicate
builder-add-note = Add note
builder-swap = Swap
builder-swap-for = Swap for
builder-no-swap = Nothing similar fits your kit and what hurts.
builder-said-swapped = { $exercise } is in its place.
builder-select-one = Select { $exercise }
# The way to change several exercises at once, and what is said of them.
builder-select = Select
builder-none-selected = Tap the exercises
builder-selected = { NUMBER($exercises) } selected
builder-select-all = All
builder-several = Selected exercises
builder-several-rest = Rest
builder-several-rest-of = Rest after each set of the selected exercises
builder-mixed = Mixed
builder-said-several-up = { $exercises } moved up.
builder-said-several-down = { $exercises } moved down.
builder-said-several-into = { $exercises } moved to { $name }.
builder-said-move-cancelled = Left where it was.
builder-said-block-moved = { $name } is now part { NUMBER($number) } of { NUMBER($all) }.
builder-blocks-full = A routine has room for { NUMBER($room) } parts. Remove one first.
builder-said-block-added = { $name } added.
builder-said-into = { $exercise } is now in { $name }.
builder-up = Move up
builder-down = Move down
builder-remove = Remove
builder-level-of = Level of { $exercise }
builder-sets = Sets
builder-sets-each-side = Sets each side
builder-sets-of = Sets of { $exercise }
builder-rest = Rest after a set
builder-rest-of = Rest after a set of { $exercise }
builder-amounts = { $measure ->
    [reps] Reps
    [seconds] Seconds
    [steps] Steps
    [breaths] Breaths
   *[rounds] Rounds
}
builder-amounts-each-side = { $measure ->
    [reps] Reps each side
    [seconds] Seconds each side
    [steps] Steps each side
    [breaths] Breaths each side
   *[rounds] Rounds each side
}

## coach: what is suggested on Today, and why

coach-train = Up next
coach-done-today = Done for today
coach-week-done = Your week is done
coach-first = Strength for runners. 6–13 minutes, offline, no account.
coach-first-hurts = The first session loads a part that hurts.
coach-all-hurts = Everything you have the kit for loads a part that hurts.
coach-all-days = You have done all the strength days your goal asks for.
coach-hours-between = Coaches leave 48 hours between leg sessions.
coach-something-else = Different exercises from yesterday's.
coach-yesterday-hard = Yesterday was hard. Coaches leave 48 hours between leg sessions.
coach-starred = It has an exercise you starred.
coach-not-lately = It's been a while since this one.
coach-new = New to you, and you have the kit for it.
coach-longest-ago = You haven't done this one for the longest.

# How the week stands: "1 of 2 strength days this week"
coach-week = { NUMBER($done) } of { $asked ->
    [one] { $asked } strength day this week
   *[other] { $asked } strength days this week
}
coach-week-more = { $done ->
    [one] { $done } strength day this week; your goal asks for { NUMBER($asked) }
   *[other] { $done } strength days this week; your goal asks for { NUMBER($asked) }
}
coach-three-days = To build muscle, coaches add a third day. Leave 48 hours between hard leg days.
coach-two-days = Twice a week is the usual dose for runners. Once a week keeps what you have gained.
# Above the chart of weeks: "2 sessions, 31 min this week; trained in 3 of the last 8 weeks."
coach-weeks = { $sessions ->
    [one] { $sessions } session, { NUMBER($minutes) } min this week
   *[other] { $sessions } sessions, { NUMBER($minutes) } min this week
}; trained in { NUMBER($kept) } of the last { $weeks ->
    [one] week
   *[other] { $weeks } weeks
}.
coach-weeks-nothing = Nothing yet this week; trained in { NUMBER($kept) } of the last { $weeks ->
    [one] week
   *[other] { $weeks } weeks
}.
# At the end of a session. $sets is "6 sets", $length "12 min 5 s".
coach-first-session = Your first session: { $sets } in { $length }.
coach-first-time = { $sets } in { $length }, and { $exercise } for the first time.
coach-number-of-session = { $sets } in { $length }. Session { NUMBER($number) } in your log.
# $now and $before are amounts: "12 reps".
coach-best = Your best { $exercise }: { $now } in a set, { $before } before.
# Where nothing is new. $now and $before are amounts.
coach-sides-even-now = { $exercise }: left and right even.
coach-sides-apart = { $exercise }: left and right { $now } apart.
coach-as-last-time = { $exercise }: { $now } in a set, as last time.
coach-last-time = { $exercise }: { $now } in a set, { $before } last time.
coach-sides-even = { $exercise }: left and right even, { $before } apart last time.
coach-sides-closer = { $exercise }: left and right { $now } apart, { $before } apart last time.

## common: what several places say; sorted by id

common-add = Add
common-close = Close
common-done = Done
common-download-data = Download my data
# A routine without exercises.
common-empty = Nothing in it yet.
# "Lunge at Hard"
common-exercise-at = { $exercise } at { $level }
common-exercises = { $exercises ->
    [one] { $exercises } exercise
   *[other] { $exercises } exercises
}
common-how-felt = How did it feel?
common-kit = Kit
common-level = Level
common-load-new = Load the new version
common-opening = Opening…
common-reload = Reload
common-rest-today = Rest today
common-resume = Resume
common-routines = { $routines ->
    [one] { $routines } routine
   *[other] { $routines } routines
}
common-see-exercises = See all exercises
common-see-routines = See all routines
common-sessions = { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
}
# Both sides of a set are one set.
common-sets = { $sets ->
    [one] { $sets } set
   *[other] { $sets } sets
}
common-sides = Sides
common-something-hurts = Something hurts
common-start = Start
common-to-today = Go to Today
common-try-again = Try again
common-undo = Undo

## coverage: the jobs that a routine does for a runner

coverage-title = What it trains
# Beside the name of a job, for screen readers.
coverage-yes = trained
coverage-no = missing
# The shortest way to fill a gap: "Shortest fix: Monster walk, Base · 6 min"
coverage-fix = Shortest fix: { $exercise } · { $minutes }
coverage-no-fix = Nothing you have the kit for fills this gap.
coverage-add = Add it
coverage-copy = Add it to a copy
coverage-all = It covers all five.

## dates: days and months. Their names come from the browser in every language but English

# "Monday 16 November"
dates-long = { $weekday } { $day } { $month }
# "Mon 16 Nov"
dates-short = { $weekday } { $day } { $month }
# "Mon 17 Nov 2025"
dates-short-year = { $weekday } { $day } { $month } { $year }
# "22 Nov 2027"
dates-date = { $day } { $month } { $year }
# "16–22 Nov"
dates-span = { $first }–{ $last } { $month }
# "30 Nov – 6 Dec"
dates-span-months = { $first } { $first-month } – { $last } { $last-month }

## deleted: what was deleted, and its way back

deleted-exercise = { $exercise } deleted.
deleted-routine = { $routine } deleted.
# Of the session it says when it was, in brackets.
deleted-session = { $name } ({ $when }) deleted.
deleted-exercise-restored = Exercise restored.
deleted-routine-restored = Routine restored.
deleted-session-restored = Session restored.

## diary: a finished session in full

diary-missing = This session is not here
diary-missing-why = It may be stored on another device, or have been erased.
diary-see-all = See all sessions
diary-set-by-set = Set by set
# A session of a device whose clock was wrong. What comes first is log-dated-ahead: "Dated ahead: 22 Nov 2027"
diary-clock-wrong = { $dated }. Your device's clock was wrong then.
diary-counts-later = It does not count towards a week until its date is right.
diary-set-to-today = Set to today
diary-delete = Delete this session
diary-when = When
diary-length = Length
diary-done = Done
# The caption of the table of sets, for who cannot see it.
diary-sets-of = Sets of { $exercise }
# The heads of its columns: the number of the set, the side, how much was asked and done, and when by the clock of the session.
diary-set = Set
diary-side = Side
diary-asked = Target
diary-load = Load
diary-at = Time
diary-train-again = Train it again
# Once a session of a wrong clock is dated today.
diary-said-set-to-today = Set to today.

## document: the page before the app stands in it (index.html)

document-description = Strength training for runners: guided, offline, without an account.
document-no-script = Mainspring runs in the browser and needs JavaScript. Allow it for this page, then reload.
# Shown when nothing has taken its place for a while.
document-late = Mainspring is still loading
document-data-safe = Your training data is still on this device.
document-reload = Reload this page
document-rescue = Get my data as a file

## dose: how much of an exercise a level asks for

# "12", "10 steps or more", "30 seconds". Repetitions stand without a unit.
dose-amount = { $measure ->
    [reps] { NUMBER($amount) }
    [seconds] { NUMBER($amount) } { units-word }
    [steps] { NUMBER($amount) } { units-word }
    [breaths] { NUMBER($amount) } { units-word }
   *[rounds] { NUMBER($amount) } { units-word }
}
dose-or-more = { $amount } or more
# How the sides share it. $amount is one of these two.
dose-each = { $side-name ->
    [leg] { $amount } each leg
   *[side] { $amount } each side
}
dose-each-way = { $amount } each way: { NUMBER($steps) } right, { NUMBER($steps) } left
dose-half-each-side = { $amount }, { NUMBER($half) } each side
dose-in-turn = { $side-name ->
    [leg] { $amount }, alternating legs
   *[side] { $amount }, alternating sides
}
# $amount is what stands above: "3 sets of 12 or more, 6 each side".
dose-sets = { $sets ->
    [one] { $sets } set of { $amount }
   *[other] { $sets } sets of { $amount }
}
# Sets that differ: "1 set of 10 each leg, then 1 set of 8 each leg".
dose-then = { $first }, then { $second }
dose-held = { $dose }, each held { NUMBER($seconds) } s

## erased: erasing everything

erased-in-progress = Erasing everything …
erased-not-all = Not everything is erased. Your browser did not answer. Close other tabs of Mainspring, then try again.
erased-done = Everything is erased. You can begin anew.
erased-soon = Everything is erased. You can begin anew. Keep this page open for a minute: your browser is a little slow to forget.
erased-elsewhere = You erased everything in another tab. You can begin anew.

## exercise: one exercise at one of its levels

exercise-unknown = This exercise is not here
exercise-unknown-why = There is no exercise called “{ $id }”. The address may be mistyped, or from a newer version.
# A level by what it is: "Hard · eyes closed"
exercise-level = { $level } · { $short }
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
# What was done in each set of a session: "12 · 12 · 10 reps"
exercise-done = { $each } { $unit }
# The figure, for screen readers: "Deep squat, Hard"
exercise-figure = { $exercise }, { $level }
exercise-eyes-closed = The eyes are closed.
exercise-shown-short = Shown short: you hold it for { NUMBER($seconds) } s.
exercise-play = Play
exercise-pause = Pause
exercise-half-speed = Half speed
exercise-other-side = Other side
exercise-breathing = Breathing
exercise-when = When
exercise-easier = Make it easier
exercise-harder = Make it harder
exercise-slip = Mistake
exercise-fix = Fix
exercise-start = Set up
exercise-steps = Do it
exercise-cues = Cues, in order
exercise-common-slip = Common mistake
# A note on an exercise that begins with this word stands out.
exercise-warning = Warning
exercise-primary = Main muscles
exercise-secondary = Helping muscles
exercise-why = Why runners do it
exercise-muscles = Muscles
exercise-tags = Good to know
# Notices.
exercise-added = Added to { $routine }.
exercise-added-soon = Added to { $routine }. Kept in this browser.
exercise-added-this-visit = Added to { $routine }. It is kept until you close the page.

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
exercises-none-advice = Remove a filter, or search for a muscle, a piece of kit or a level.
exercises-starred = Starred
exercises-none-starred = Nothing starred yet.
exercises-none-starred-advice = Tap the star on an exercise's page to find it here.
exercises-any-kit = Any kit
exercises-area = Body area
exercises-any-area = Whole body
exercises-any-sides = Any
exercises-any-level = Any level
exercises-what-for = What it is for: { $kind }
exercises-why = Why
exercises-each-type = What each type is for
exercises-other-types = What the other types are for

## figure: the moving figure, which can be turned

# The buttons that turn it, for screen readers.
figure-view = View
figure-stop = { $stop ->
    [front] Front
    [front-quarter] ¾ front
    [side] Side
    [back-quarter] ¾ back
   *[back] Back
}
# The same in the player, as a list.
figure-aspect = { $aspect ->
    [front] Front
    [front-right] Front right
    [right] Right side
    [back-right] Back right
    [back] Back
    [back-left] Back left
    [left] Left side
   *[front-left] Front left
}
figure-best = Best view
# After the description of the motion.
figure-seen = { $aspect ->
    [front] Seen from the front.
    [front-right] Seen from the front right.
    [right] Seen from the right side.
    [back-right] Seen from the back right.
    [back] Seen from the back.
    [back-left] Seen from the back left.
    [left] Seen from the left side.
   *[front-left] Seen from the front left.
}
# How it is turned without a mouse.
# Before anything is touched.
figure-touch = Tap a muscle to see what it does.
# A muscle that was touched, and its job in any exercise.
figure-muscle = { $muscle ->
    [glute-max] Glute max: straightens the hip.
    [glute-med] Glute med and min: keep the hips level and move the leg outward.
    [quads] Quads: straighten the knee.
    [hamstrings] Hamstrings: bend the knee and help to straighten the hip.
    [adductors] Adductors: pull the leg inward.
    [hip-flexors] Hip flexors: lift the thigh.
    [calves] Calves: lift the heel.
    [tibialis-posterior] Tibialis posterior: holds up the arch of the foot.
    [foot-intrinsics] Small muscles of the foot: hold up the arch and grip the ground.
    [abdominals] Abdominals: keep the lower back from arching.
    [spinal-erectors] Back extensors: keep the back straight.
    [lats] Lats: pull the arm down and back.
    [upper-back] Upper back muscles: pull the shoulder blades back.
    [pecs] Chest muscles: push the arm forward.
    [shoulders] Shoulder muscles: lift the arm.
    [obliques] Obliques: turn the trunk and bend it to the side.
    [tibialis-anterior] Shin muscles: lift the toes.
    [soleus] Soleus: lifts the heel while the knee is bent.
   *[grip] Forearm muscles: close the hand.
}
# Its part in this exercise, after its job.
figure-muscle-most = { $muscles ->
    [one] It does most of the work here.
   *[other] They do most of the work here.
}
figure-muscle-helps = { $muscles ->
    [one] It helps here.
   *[other] They help here.
}
figure-muscle-rests = { $muscles ->
    [one] It does little here.
   *[other] They do little here.
}
# A part of the body that was touched where no muscle is named.
figure-part = { $figure-part ->
    [head] Head
    [torso] Torso
    [back] Back
    [hip] Hip
    [thigh] Thigh
    [knee] Knee
    [lower-leg] Lower leg
    [foot] Foot
    [upper-arm] Upper arm
    [forearm] Forearm
   *[hand] Hand
}
figure-turn-keys = The left and right arrow keys turn it; Home goes back to the first view.

## finish: the end of a session

finish-saved = Done and saved
finish-not-yet = Not saved for sure yet. This browser saves a little later: keep this page open for a minute.
finish-last-set = Last set: { $exercise }
# What a less and a more button count, for who cannot see it.
finish-last-done = done in the last set
# "Deep squat: How many more could you do?"
finish-reserve = { $exercise }: { $question }
finish-see-sets = See every set

## frame: what stands around every page

frame-brand = Mainspring
frame-skip = Skip to content
# The navigation, for screen readers.
frame-navigation = Main
# Beside common-opening, when it takes longer than usual.
frame-still-loading = This is taking a while. Mainspring is still trying.
frame-update = A new version is ready. Reload to use it; nothing is lost.
frame-dismiss = Dismiss

## goal: what training is for

goal-label = My goal

## hurts: what hurts: the questions, the sore parts, and what stays out

hurts-which-exercise = In which exercise?
hurts-place = Where?
# On a small screen: two ways to choose the place.
hurts-on-figure = On the figure
hurts-in-list = In the list
hurts-which-side = Which side?
hurts-how-much = How much, from 0 to 10?
hurts-title = What hurts
# After what hurts and how much: "Right knee: 4 of 10." The whole for screen readers, and what all see.
hurts-how-now = { $sore } How is it now?
hurts-stays-out = Exercises that load it stay out until it is better.
hurts-better-now = It is better now
hurts-all-out = Every exercise you have kit for loads what hurts. Rest today.
hurts-plan-out = Nothing in it is left for today. Rest, or train something that spares the sore part.
hurts-start = Start { $exercise }
hurts-go-on = Noted. Keep going as long as it stays there.

## kit: what is needed to train

kit-none = No kit
# In few letters, for a row of chips.
kit-short = { $kit ->
    [loop-band] Loop band
    [second-loop-band] 2nd loop band
    [long-band] Long band
    [dowel] Dowel
    [kettlebell] Kettlebell
    [straps] Straps
    [bosu] BOSU
   *[soft-surface] Pillow
}

## layoff: the way back after a break

layoff-reason = Coaches start below where you stopped, then build up.
# On the button of the lighter routine: "Start lighter · 6 min"
layoff-lighter = Start lighter · { $minutes }
# "24 days off: easier levels, fewer sets, for two weeks."
layoff-what = { $days ->
    [one] { $days } day off
   *[other] { $days } days off
}: { $changes }, { $lasts }.
layoff-easier-levels = easier levels
layoff-fewer-sets = fewer sets
layoff-less-in-each = less in each set
layoff-weeks = { $weeks ->
    [0] for this session
    [1] for a week
    [2] for two weeks
    [3] for three weeks
   *[other] for { $weeks } weeks
}
layoff-old-level = Use my old level · { $minutes }

## load: weights and bands

# A number with one decimal: "7.5"
load-decimal = { NUMBER($whole) }.{ NUMBER($tenth) }
# "8 kg"
load-weight = { $number } { $units ->
    [metric] kg
   *[imperial] lb
}
# How much is held, and where: "2 × 8 kg"
load-held = { $load-place ->
    [hands] { $weight }
    [each-hand] 2 × { $weight }
   *[shoulders] { $weight } on the shoulders
}
load-band = { $band-color ->
    [yellow] Yellow band
    [red] Red band
    [green] Green band
    [blue] Blue band
    [black] Black band
    [orange] Orange band
    [purple] Purple band
   *[grey] Grey band
}
load-color = { $band-color ->
    [yellow] Yellow
    [red] Red
    [green] Green
    [blue] Blue
    [black] Black
    [orange] Orange
    [purple] Purple
   *[grey] Grey
}
# A band with the runner's name for it: "Strong one, green band"
load-band-named = { $name }, { $band-color ->
    [yellow] yellow band
    [red] red band
    [green] green band
    [blue] blue band
    [black] black band
    [orange] orange band
    [purple] purple band
   *[grey] grey band
}
load-weight-label = Weight
load-band-label = Band
# Labels for screen readers: "Weight of Deep squat"
load-weight-of = Weight of { $exercise }
load-band-of = Band of { $exercise }
load-no-weight = No weight
load-no-band = Any band
# The label of a field for a number: "Weight in kg"
load-weight-in = { $units ->
    [metric] Weight in kg
   *[imperial] Weight in lb
}
load-out-of-range = Enter a weight from 0.1 to 999, such as 7.5. Leave it empty for no weight.
load-place-label = Weight held
load-place = { $load-place ->
    [hands] In the hands
    [each-hand] One in each hand
   *[shoulders] On the shoulders
}

## loading: a part of the program that did not load

# Notices.
loading-new = A new version of Mainspring is out. Load it to go on.
loading-offline = No connection. A part of Mainspring did not load. Connect, then try again.
loading-slow = A part of Mainspring took too long to load. Try again on a better connection.
loading-host = A part of Mainspring did not load. Check your connection, then try again.
# The same for a page that waits in vain: its heading, and what to do.
loading-new-title = A new version is out
loading-offline-title = No connection
loading-slow-title = This page is taking too long
loading-host-title = This page did not load
loading-new-advice = Load the new version to go on. Your data is safe on this device.
loading-offline-advice = Connect, then try again. Your data is safe on this device.
loading-slow-advice = Try again on a better connection. Your data is safe on this device.
loading-host-advice = Check your connection, then try again. Your data is safe on this device.

## log: what was performed, and when

log-today = Today
log-yesterday = Yesterday
log-just-now = just now
log-minutes-ago = { NUMBER($minutes) } min ago
log-hours-ago = { NUMBER($hours) } h ago
log-days-ago = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
# After other words, when something is planned for: "Next strength: today · Balance"
log-next-today = today
log-next-tomorrow = tomorrow
# A session that was ended early: "5 sets, ended early"
# $rounds is "4 rounds", $sets "13 sets".
log-rounds-and-sets = { $rounds }, { $sets }
log-ended-early = { $sets }, ended early
# "3 reps in reserve": so many more could have been done.
log-reserve = { $amount } in reserve
# "Mon 16 Nov, 7:05"
log-when = { $day }, { $clock }
# A session of a device whose clock was wrong: "Dated ahead: 22 Nov 2027"
log-dated-ahead = Dated ahead: { $date }
log-dated-nowhere = Dated ahead
# How an open session stands.
log-open-saved = { NUMBER($done) } of { $planned ->
    [one] { $planned } set done, all saved
   *[other] { $planned } sets done, all saved
}
log-open-unsaved = { NUMBER($done) } of { $planned ->
    [one] { $planned } set done, { NUMBER($saved) } saved
   *[other] { $planned } sets done, { NUMBER($saved) } saved
}
log-open = { NUMBER($done) } of { $planned ->
    [one] { $planned } set done
   *[other] { $planned } sets done
}
# A day of the week, for who cannot see its mark: "Monday, trained"
log-day-today-trained = { $day }, today, trained
log-day-today = { $day }, today
log-day-trained = { $day }, trained
log-day-to-come = { $day }, to come
log-day-no-session = { $day }, no session
log-at-least = At least { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
}
# How a session felt.
log-effort = { $effort ->
    [easy] Easy
    [right] Just right
   *[hard] Hard
}

## lost: an address that names nothing

# Above the name of the page that is most likely meant.
lost-did-you-mean = Did you mean
lost-title = There is no such page
lost-why = The address may be mistyped, or the page has moved.

## made: a routine made for the minutes, the kit and the run of the day

made-title = Made for you
made-how-long = How long do you have?
made-time = Time
made-run = Run today
made-run-none = No run
made-run-later = Later today
# $minutes as "20 min"
made-run-in = In { $minutes }
made-run-easy = Done: easy
made-run-hard = Done: hard
made-run-long = Done: long
# On a chip: "12 min · run in 20 min"
made-chip-run-in = { $minutes } · run in { $until }
made-chip-before = { $minutes } · before a run
made-chip-easy = { $minutes } · after an easy run
made-chip-hard = { $minutes } · after a hard run
made-chip-long = { $minutes } · after a long run
made-level = Level
made-level-reached = My level
made-focus = Focus
made-focus-none = All-round
made-kit = Your kit
made-done-by = done by { $clock }
made-another = Another
# The result of another choice: "12 min made."
made-said-made = { $minutes } made for you.
made-said-another = Another one is here.
made-only-one = This is the only one that fits.
made-pin = Pin
made-swap = Swap
made-never = Never this one
made-said-pinned = { $exercise } stays in.
made-said-unpinned = { $exercise } may change.
made-said-swapped = { $exercise } swapped.
made-said-never = { $exercise } stays out from now on. Settings brings it back.
made-name-plain = { $minutes ->
    [one] 1 minute of strength
   *[other] { NUMBER($minutes) } minutes of strength
}
made-name-before = { $minutes ->
    [one] 1 minute before a run
   *[other] { NUMBER($minutes) } minutes before a run
}
made-name-after = { $minutes ->
    [one] 1 minute after a run
   *[other] { NUMBER($minutes) } minutes after a run
}
made-why-warm-up = Warms up: half the dose, no rush.
made-why-pinned = You pinned it.
made-why-focus = { $job ->
    [single-leg] Your focus: strength on one leg.
    [hip-side] Your focus: the side of the hip.
    [calf-foot] Your focus: calf and foot.
    [trunk] Your focus: the trunk.
   *[balance] Your focus: balance.
}
made-why-job = { $job ->
    [single-leg] Single leg: running is a row of one-leg landings.
    [hip-side] Side of the hip: keeps your pelvis level.
    [calf-foot] Calf and foot: they push you off.
    [trunk] Trunk: stays steady while your legs move.
   *[balance] Balance: control as the foot lands.
}
made-why-again = { $job ->
    [single-leg] Once more on one leg, in another way.
    [hip-side] Once more the side of the hip, in another way.
    [calf-foot] Once more calf and foot, in another way.
    [trunk] Once more the trunk, in another way.
   *[balance] Once more balance, in another way.
}
made-why-easy = Far from your limit: it does not tire you for the run.
made-why-both-legs = Both legs together: general strength.
made-before-run = { $minutes ->
    [one] Before a run, a minute is enough. Nothing here is near your limit.
   *[other] Before a run, { NUMBER($minutes) } minutes are enough. Nothing here is near your limit.
}
made-run-begins = { $minutes ->
    [one] Your run is near: this takes a minute.
   *[other] Your run is near: this takes { NUMBER($minutes) } minutes.
}
made-after-run = { $minutes ->
    [one] After this run a minute is enough. Nothing here is near your limit.
   *[other] After this run, { NUMBER($minutes) } minutes are enough. Nothing here is near your limit.
}
made-nearest = { $minutes ->
    [one] Nothing you can train takes that long. The nearest is 1 minute.
   *[other] What you can train does not fill that time well. The nearest is { NUMBER($minutes) } minutes.
}
made-no-focus = { $job ->
    [single-leg] Nothing you can train now works one leg at a time. This is the rest.
    [hip-side] Nothing you can train now works the side of the hip: most of it needs a loop band. This is the rest.
    [calf-foot] Nothing you can train now works calf and foot. This is the rest.
    [trunk] Nothing you can train now works the trunk: most of it needs a band. This is the rest.
   *[balance] Nothing you can train now works balance. This is the rest.
}
made-not-pinned = { $exercise } does not fit here.
made-nothing = Nothing fits: everything needs other kit, loads a part that hurts, or is one you never want. Change kit, level or run.
# The list in Settings of the exercises that are never wanted.
made-banned = Never for me
made-banned-help = These exercises are in no routine made for you.
made-allow = Allow again

## manifest: the app among those of a device (public/manifest.webmanifest)

# The entries of the icon's menu.
manifest-start = Start six minutes
# Below the screenshots in an app store.
manifest-today-label = Today: one tap to the first exercise
manifest-exercises-label = Exercises at three levels
manifest-routines-label = Routines, ready or your own

## offer: restoring a backup file

offer-title = Restore
offer-from-browser = Trained in your browser before? Download your data there, then restore the file here.
offer-have-file = Have a Mainspring file?
offer-restore-data = Restore my data
offer-from-file = Restore from a file
offer-reading = Reading the file…
offer-writing = Restoring…
offer-choose-another = Choose another file
offer-not-restored = Not restored
offer-nothing-new = Everything in this file is here already
offer-question = Restore this file?
# The day as 2026-11-22.
offer-saved-on = Saved on { $day }.
offer-promise = Nothing on this device is overwritten or deleted.
offer-restore = Restore
offer-not-now = Not now

## options: the page of settings

options-title = Settings
options-goal-help = Decides how many strength days a week, and whether to run first.
options-kit = My kit
options-kit-help = Today suggests only what you have the kit for. Kit you trained with lately counts too.
options-kit-place = Place
options-kit-away = A routine’s page can fit it to this place.
options-units = Weights in
# "Kettlebell: start with 6 to 8 kg."
options-weight = { $kit }: { $weight }.
options-bands = Your bands
options-bands-help = The player asks which band you use. Until you add yours, it offers the usual colours.
options-bands-order = List them from light to heavy.
options-bands-full = There is room for { NUMBER($room) } bands.
options-add-band = Add a band
options-band-name = Your name for it
options-band-remove = Remove { $band }
options-sound = Sound
options-beep = Beep at the end of holds and rests
options-no-voice = This device has no voice for English. You hear beeps instead.
options-volume = Volume
options-player = Player
options-keys = See the keys
# The name of the key.
options-key-space = Space
# The player's keys and what they do.
options-key-pause = Pause or go on
options-key-next = Done, next
options-key-back = Back
options-key-amount = One more or less done
options-key-easier = Easier
options-key-mute = Mute
options-first-side = Which side first
options-first-side-help = Once both sides are in your log, the weaker one begins.
options-screen = Screen
options-colours = Colours
options-data = Your data
options-memory-only = This browser does not let Mainspring store anything. Download your data before you close the page.
options-stored-here = Stored in this browser, on this device only.
options-in-log = In your log
options-built = Your own routines
options-space = Space in use
options-space-unknown = Unknown
# "1.2 MB": with the mark that the language has between whole and tenth.
options-megabytes = { NUMBER($whole) }.{ NUMBER($tenth) } MB
options-undo-restoring = Undo restoring
options-kept = This browser keeps your data until you erase it.
options-may-clear = This browser may clear your data when space is short. Download a copy now and then.
options-can-clear = Download a copy now and then: a browser can clear what it stores.
# "Your last copy: 3 days ago."
options-copy-age = Your last copy: { $age }.
options-no-copy = You have not downloaded a copy here yet.
options-erase = Erase everything
options-erase-title = Erase everything?
options-erase-what = Your settings, your own routines and all your sessions are deleted from this browser. This cannot be undone, but a file you download first can be restored in Settings.
options-erase-download = Download my data first
options-erase-keep = Keep it
options-about = About and safety
options-about-what = Mainspring is strength training for runners. It works without a network and has no account. Nothing you enter leaves this device.
options-safely-title = Train safely
options-safely = This is fitness information, not medical advice. Stop an exercise when it hurts. If you are pregnant, ill, injured or new to exercise, ask a professional first.
# One sentence in two parts: the first one is strong.
options-alarm = Stop and get medical help at once
options-alarm-signs = {" "}for chest pain, fainting, trouble breathing, or sudden weakness or numbness.
options-see-professional = See a professional before you train on with pain at rest or at night, swelling, a limp, or a joint that gives way.
options-version = Version { $version }
options-version-build = Version { $version }, build { $build }
options-licence = Free software, licensed MIT OR Apache-2.0

## own: exercises of the runner's own

own-new = New exercise
own-edit = Edit exercise
own-yours = Yours
own-eyebrow = Your own exercise
# From the text of a search: "Make “wall sit 45 s” your own"
own-make = Make “{ $name }” your own
own-name = Name
own-kind = Type
own-counted = Counted in
own-measure = { $measure ->
    [reps] Reps
    [seconds] Seconds
    [steps] Steps
    [breaths] Breaths
   *[rounds] Rounds
}
own-sets = Sets
# The amount of a set, and of one where each side has its own.
own-amount = { $measure ->
    [reps] Reps in each set
    [seconds] Seconds in each set
    [steps] Steps in each set
    [breaths] Breaths in each set
   *[rounds] Rounds in each set
}
own-amount-side = { $measure ->
    [reps] Reps on each side
    [seconds] Seconds on each side
    [steps] Steps on each side
    [breaths] Breaths on each side
   *[rounds] Rounds on each side
}
own-rest = Seconds of rest
own-rep = { $measure ->
    [reps] Seconds for one rep
    [seconds] Seconds
    [steps] Seconds for one step
    [breaths] Seconds for one breath
   *[rounds] Seconds for one round
}
own-dose = Dose
own-weight = Weight
own-loads = Parts of the body it loads
own-loads-help = While one of them hurts, this exercise is left out. In doubt, tick the part.
own-no-loads = No parts of the body are ticked, so pain never leaves it out.
own-cues = Cues
own-cues-help = One on each line, five at most. The first is shown while you train.
own-picture = Picture
own-picture-none = No picture
own-picture-poses = From two poses
own-pose-start = Start
own-pose-end = End
# A pose by its exercise: "Deep squat, start"
own-pose-named = { $exercise }, start
own-no-picture = No picture of { $exercise }
# As exercise-last-on and exercise-best: an own exercise has one level.
own-last-on = Last time: { $day }.
own-last = Trained before.
own-best = Best: { $amounts }.
own-save = Save
own-cancel = Cancel
own-delete = Delete exercise
own-gone = This exercise is deleted. Routines and your log still show it.
own-received = This exercise came in a link. It is not one of yours yet.
own-keep = Add to my exercises
own-missing = This exercise is not on this device
own-missing-why = It may have been made on another device. A link or a backup can bring it over.
own-check = Check the fields that are marked.
own-saved = { $exercise } saved.
own-saved-soon = { $exercise } is kept in this browser.
own-replaced = Another tab had changed { $exercise } too. Where both differ, your change holds.
own-saved-this-visit = { $exercise } is kept until you close the page.
own-full = You have { NUMBER($room) } exercises of your own. Delete one first.
own-problem = { $own-problem ->
    [name] Give it a name.
    [long-name] A name has 40 characters at most.
    [sets] A number from 1 to 10.
    [amount] A number from 1 to 999.
    [rest] A number from 0 to 600.
    [rep] A number from 1 to 60.
    [cues] Five cues at most.
   *[long-cue] A cue has 120 characters at most.
}
# The units as somebody may type them after a name, with blanks between: "wall sit 45 s".
own-seconds-typed = s sec secs second seconds
own-minutes-typed = min mins minute minutes
own-reps-typed = rep reps repetition repetitions
own-steps-typed = step steps

## pain: what hurts, and what stays out because of it

# A part of the body in mid-sentence: "What loads your left knee stays out".
pain-your = { $part ->
    [foot] your foot or ankle
    [lower-leg] your calf, shin or Achilles
    [knee] your knee
    [thigh] your thigh
    [hip] your hip or groin
    [back] your back
    [arm] your shoulder, arm or hand
   *[elsewhere] something
}
pain-your-both = { $part ->
    [foot] your feet or ankles
    [lower-leg] your calves, shins or Achilles
    [knee] your knees
    [thigh] your thighs
    [hip] your hips or groin
    [back] your back
    [arm] your shoulders, arms or hands
   *[elsewhere] something
}
pain-your-left = { $part ->
    [foot] your left foot or ankle
    [lower-leg] your left calf, shin or Achilles
    [knee] your left knee
    [thigh] your left thigh
    [hip] your left hip or groin
    [back] the left of your back
    [arm] your left shoulder, arm or hand
   *[elsewhere] something
}
pain-your-right = { $part ->
    [foot] your right foot or ankle
    [lower-leg] your right calf, shin or Achilles
    [knee] your right knee
    [thigh] your right thigh
    [hip] your right hip or groin
    [back] the right of your back
    [arm] your right shoulder, arm or hand
   *[elsewhere] something
}
# "Last time your left knee hurt: Lunge, 4 of 10. How is it now?"
pain-question = Last time { $body } hurt: { $exercise }, { NUMBER($score) } of 10. How is it now?
pain-question-no-exercise = Last time { $body } hurt, { NUMBER($score) } of 10. How is it now?
pain-until-better = What loads { $body } stays out until you say it is better.
pain-exercise-until-better = The exercise stays out until you say it is better.
# How much it hurt, and when: "7 of 10 yesterday", "worse today".
pain-score = { NUMBER($score) } of 10
pain-score-today = { NUMBER($score) } of 10 today
pain-score-yesterday = { NUMBER($score) } of 10 yesterday
pain-score-on = { NUMBER($score) } of 10 on { $day }
pain-worse = worse
pain-worse-today = worse today
pain-worse-yesterday = worse yesterday
pain-worse-on = worse on { $day }
# The first letter becomes a capital: "Your left knee: 7 of 10 yesterday."
pain-sore = { $body }: { $told }.
pain-sore-elsewhere = { $body } hurts: { $told }.
pain-loads = { $count ->
    [one] { $exercises } stays out: it loads { $body }, { $told }.
   *[other] { $exercises } stay out: they load { $body }, { $told }.
}
pain-hurt-in = { $count ->
    [one] { $exercises } stays out: { $body } hurt in it, { $told }.
   *[other] { $exercises } stay out: { $body } hurt in them, { $told }.
}
# What a number on the scale of pain asks for.
pain-go-on = Up to 3 of 10, go on while it stays there.
pain-ease = 4 or 5 of 10 asks for something easier, or something else.
pain-ease-leave-out = At 4 or 5 of 10, leave it out.
pain-stop = From 6 of 10, this exercise is over for today.
pain-concern-worse = It got worse. Show it to a health professional before you load it again.
pain-concern-strong = Twice 6 or more in 7 days. Show it to a health professional.
pain-concern-long = It has lasted more than 14 days. Show it to a health professional.
# The end of a list: "A, B and C"
pain-and = { $first } and { $last }
pain-is-back = What loads { $body } is back.
# Which side hurts.
pain-side = { $pain-side ->
    [left] Left
    [right] Right
   *[both] Both or middle
}
# What to do about it in a session.
pain-answer = { $answer ->
    [go-on] Go on
    [easier] Make it easier
    [swap] Another exercise
   *[leave-out] Skip it today
}
# How it is now.
pain-change = { $change ->
    [better] Better
    [same] Same
   *[worse] Worse
}

# Behind "When to get help", wherever something hurts.
pain-at-once = Stop and get medical help at once for chest pain, fainting, breathlessness out of proportion, a sudden severe headache, or new weakness on one side.
pain-before-you-go-on = See a professional before you train on with a hot, swollen calf, a pop with swelling, a leg that bears no weight, pain in one spot of a bone, at night or on hopping, or groin pain when you stand on the leg.
# Always shown where something hurts, in one line.
pain-no-advice = This is not medical advice.
pain-when-to-get-help = When to get help

## parts: fields, rows and charts that stand on several pages

# The label of its field.
parts-note = A note
# In a row of facts, of a session that has one.
parts-has-note = Note
parts-field-full = This is full: { NUMBER($most) } characters.
parts-field-room = { $characters ->
    [one] { $characters } character left.
   *[other] { $characters } characters left.
}
parts-weeks = Minutes a week
parts-weeks-as = Show as
parts-weeks-chart = Chart
parts-weeks-table = Table
# The chart for who cannot see it, with what it says.
parts-weeks-bars = Bars of minutes a week. { $sentence }
parts-weeks-caption = Sessions and minutes of each week, newest first
parts-weeks-week = Week
parts-weeks-sessions = Sessions
parts-weeks-minutes = Minutes

## place: the items of the navigation

place-section = { $section ->
    [today] { today-title }
    [exercises] { exercises-title }
    [routines] { routines-title }
    [plan] Plan
    [progress] { progress-title }
   *[settings] { options-title }
}

## plan: how strength fits with running

plan-title = Strength and running
# The answers to "Run before or after strength?", one for each goal.
plan-by-goal = By goal
plan-change-goal = Change my goal
plan-bands = A few minutes of bands before a run are a warm-up, not this session. They go with either order.
plan-how-often = How often?
plan-days = { $days ->
    [one] { $days } day a week
   *[other] { $days } days a week
}

## planned: an exercise of a routine

# How long the rest after a set is: "45 s rest"
planned-rest = { $rest } rest
planned-unknown = Not in this version of Mainspring. It keeps its place, and training skips it.

## player: the player: a session that runs, is offered, or runs in another tab

player-back-to-routines = Back to routines
# Another session that is open where one is offered.
player-still-open = { $name } is still open: { NUMBER($done) } of { $planned ->
    [one] { $planned } set
   *[other] { $planned } sets
} done. Starting this one ends it; its sets stay saved.
player-resume-other = Resume { $name }
player-missing = This routine is not on this device
player-missing-why = It may have been deleted, or built on another device. A link can bring it over.
player-see-routines = See my routines

# Before a start: the kit of the plan, each piece with a mark.
player-need = You need
player-no-kit = No kit needed
player-need-help = Tap what you have.
# An exercise that the runner lacks the kit for: "Needs Straps or a band fixed to a wall"
player-needs = Needs: { $kit }
player-swap = { $exercises ->
    [one] Swap { $exercises } exercise for what you have
   *[other] Swap { $exercises } exercises for what you have
}
player-undo-swap = Undo the swap
player-in-place-of = Instead of { $exercise }

player-back-to-today = Back to Today
player-in-other-tab = This session is running in another tab.
player-left-at = It was left at set { NUMBER($set) } of { NUMBER($sets) }.
player-go-on-here = Go on here
player-take-over = Take over here
player-at = { NUMBER($set) } of { NUMBER($sets) }

player-leave = Leave; what is done stays saved
# Which set, and how long the rest of the session is: "3 of 8 · 4 min left"
player-place = { NUMBER($set) } of { NUMBER($sets) } · { $left } left
# Behind a check mark: so many sets.
player-saved-sets = { NUMBER($sets) } saved
player-done-sets = { NUMBER($sets) } done
player-sound = Sound
player-sound-on = Sound on.
player-sound-off = Sound off.
player-sets-done = Sets done

player-clock = Clock
player-paused = Paused
# Under the digits.
player-unit-sets = sets
player-unit-seconds = seconds
# Under the digits where repetitions are counted down: "7 reps left"
player-unit-left = { $unit } left
player-count-over = That was the last one: tap Done
# "1:05 so far"
# Of a set that begins each minute, what is left of the minute: "0:25 left"
player-time-left = { $clock } left
player-so-far = { $clock } so far

# What comes stands under one of these.
player-first = First
player-next = Next
player-now = Now
player-how-to = How to
player-set = Set { NUMBER($set) } of { NUMBER($sets) }
player-set-each-side = Set { NUMBER($set) } of { NUMBER($sets) } each side
# In place of the set, where exercises are trained in turn.
# What is changed, for screen readers: "Weight of this exercise"
player-this-exercise = this exercise
# A block of as many rounds as fit; $clock is the time left of it.
player-round-open = Round { NUMBER($round) }
player-round-open-each-side = Round { NUMBER($round) } each side
player-place-open = Round { NUMBER($round) } · { $clock } left
# In a flow.
player-breathe-in = in
player-breathe-out = out
player-time-over = Time is up
player-time-up = Time is up. How many did you do?
player-round = Round { NUMBER($round) } of { NUMBER($rounds) }
player-round-each-side = Round { NUMBER($round) } of { NUMBER($rounds) } each side
# Above the next exercise in a rest.
player-next-set = Next set
player-next-exercise = Next exercise
player-next-round = Next round
player-rest-rounds = Round rest
# The exercise after the present one, in the same round.
player-then = Then { $exercise }
player-in-turn = { $amount }, alternating sides
# "Set 2 of 3 · 12 reps"
player-dose = { $set } · { $amount }

player-pause = Pause
player-start-now = Start now
player-begin-now = Begin now
player-back = Back
player-go-on = Go on
player-end-set = End set
player-change = Change
player-hurts = Hurts
player-skip = Skip
# In the place of Skip, for a set that was gone back over.
player-keep = Keep
player-keep-set = Keep the set as it was
player-did-it = Did it
player-did-already = Did it already
# How much was done: "Did 12"
player-did = Did { NUMBER($amount) }
# What a less and a more button count, for who cannot see it.
player-done-in-set = done in this set
player-done-before = done in the set before
player-no-easier = This is the easiest level.
player-easier-hurts = Every easier level loads what hurts.

# In mid-session: other ways through the exercise.
player-easier = Easier: { $level }
player-harder = Harder: { $level }
player-start-side = Start with the { $limb }
player-leave-out = Skip it today
player-instead = Instead: { $exercise }
player-instead-at = Instead: { $exercise }, { $level }
# Notices in mid-session.
player-no-sound = No sound right now. Tap anywhere to bring it back.
player-voice-speaks = The voice tells you each set. You can turn it off under Change.
player-pocket-refused = This browser does not let pocket mode play. You hear the beeps instead.
player-screen-sleeps = This browser lets the screen sleep. The clock goes on; come back any time.
player-nothing-to-train = There is nothing to train in this routine yet. Add an exercise first.
player-ended-elsewhere = The session in the other tab has just ended. Try again.
player-busy-elsewhere = A session is starting or ending in another tab. Try again in a moment.
# Said to screen readers.
player-said-paused = Paused.
player-said-going-on = Going on.
# How the session stands: "Work. Deep squat.", "Rest. Next: Lunge, right leg."
player-said-state = { $phase }. { $exercise }.
player-said-state-next = { $phase }. Next: { $exercise }.
# $then says what is to be done: "Hard. Get ready: Lunge, 12 reps."
player-said-level = { $level }. { $then }

## progress: minutes a week, and every session

progress-title = Progress
progress-nothing-yet = Your sessions will appear here
progress-what-comes = Each one is kept with its sets, its minutes and how it felt.
progress-start = Start your first session
progress-sessions = Sessions
progress-show-more = Show more
# Said to screen readers.
progress-more = { $sessions ->
    [one] { $sessions } session more.
   *[other] { $sessions } sessions more.
}

## rescue: the page that hands out the data without the app (public/rescue.html)

rescue-page = { rescue-title } · { frame-brand }
rescue-title = Get your data
rescue-what = Everything you trained is stored in this browser. This page hands it to you as a file, even when Mainspring does not open.
rescue-no-script = Allow JavaScript for this page, then reload it.
rescue-open = Open Mainspring

## restore: what is in a backup, and what restoring it changes

restore-own-exercises = { $exercises ->
    [one] { $exercises } exercise of your own
   *[other] { $exercises } exercises of your own
}
restore-pain-notes = { $notes ->
    [one] { $notes } pain note
   *[other] { $notes } pain notes
}
restore-other-parts = { $parts ->
    [one] { $parts } other part
   *[other] { $parts } other parts
}
# "40 sessions: 38 new, 2 known."
restore-contents = { $kind }: { $counts }.
restore-new = { NUMBER($count) } new
restore-changed = { NUMBER($count) } changed
restore-known = { NUMBER($count) } known
restore-settings-kept = Settings: yours stay as they are.
restore-settings-taken = Settings: taken from the file.
restore-settings-added = Settings: your choices stay, those of the file are added.
restore-empty = There is nothing in this file yet.
restore-routines-differ = { $routines ->
    [one] { $routines } routine differs from yours. You keep both.
   *[other] { $routines } routines differ from yours. You keep both of each.
}
restore-sessions-differ = { $sessions ->
    [one] { $sessions } session differs from yours. Both are joined.
   *[other] { $sessions } sessions differ from yours. Both of each are joined.
}
restore-unfinished = { $sets ->
    [one] An unfinished session with { $sets } set goes into your log.
   *[other] An unfinished session with { $sets } sets goes into your log.
}
restore-open-stays = The session that is open here stays as it is.
restore-set-aside = { $texts ->
    [one] { $texts } unreadable text comes along as it is.
   *[other] { $texts } unreadable texts come along as they are.
}
restore-your-settings = your settings
restore-done = Restored: { $what }.
restore-done-nothing = Restored.
restore-unreadable = { $what } of this file cannot be read. Keep the file.
restore-unknown = This version does not know "{ $names }". Keep the file.
# After what is wrong with the file.
restore-nothing-changed = { $error } Nothing was changed.
restore-undone = Your data is as it was before.
restore-not-undone = You have changed your data since. Undo would lose that, so it stays.
restore-not-yet = Your backup is not restored yet: this browser's storage refuses it. Free some space, then reload the page.
restore-no-room = Nothing was restored: the browser stores nothing more. Free some space, then try again.
restore-overtaken = Nothing was restored: another tab is changing your data. Close it, then try again.
# Reasons why nothing was restored.
restore-refused = Nothing was restored. { $why }
restore-halfway = The browser stopped storing in the middle of it. Reload the page: Mainspring finishes it then.
# What is wrong with the file that was chosen.
-restore-choose = Choose the file that "{ common-download-data }" gave you.
restore-too-large = This file is larger than 25 MB. { -restore-choose }
restore-blank = This file is empty. Download your data again, then choose the new file.
restore-encoding = This file was saved in another text format, UTF-16. Save it as UTF-8, or choose the file as it was downloaded.
restore-no-text = This file is not a text file. { -restore-choose }
restore-foreign = This file does not come from Mainspring. { -restore-choose }
restore-damaged = This file is damaged: a part of it is missing or changed. Download your data again, then choose the new file.
restore-newer = A newer version of Mainspring wrote this file. Reload the page to update, then choose it again.
restore-too-much = This file holds more than Mainspring can keep. { -restore-choose }

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
# "3 × 10 reps each side", "10, 8 reps".
routine-amounts = { NUMBER($sets) } × { NUMBER($amount) }
routine-dose = { $sides ->
    [both] { $amounts } { units-word }
    [per-side] { $amounts } { units-word } each side
   *[alternating] { $amounts } { units-word }, alternating sides
}
# The same in few letters, for a phone: "3 × 30 s". $amounts is "3 × 30".
routine-short-dose = { $measure ->
    [reps] { $amounts }
    [seconds] { $amounts } s
    [steps] { $amounts } steps
    [breaths] { $amounts } breaths
   *[rounds] { $amounts } rounds
}
routine-short-level = { $words } · { $level }
# $seconds are those of each part of a repetition: "3-1-2".
routine-tempo = tempo { $seconds }
# $step is the change of each amount from round to round: "+2", "−1".
# $time is "5 s".
routine-one-breath = { $time } a breath
routine-ladder = { $step } each round
# What another tab had done to a routine that was then changed here. $row is the name of an exercise.
# Beside the name of a circuit.
routine-rounds = { $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
}
routine-round-rest = { $rest } between rounds
routine-replaced-name = Another tab had named this routine "{ $name }". Your name replaces it.
routine-replaced-order = Another tab had changed the order. Your order replaces it.
routine-replaced-level = Another tab had set { $row } to { $level }. Your level replaces it.
routine-replaced-amounts = Another tab had set { $row } to { $dose }. Your numbers replace it.
routine-replaced-rest = Another tab had set the rest after { $row } to { NUMBER($seconds) } s. Yours replaces it.
routine-replaced-row = Another tab had changed { $row }, which you removed.
routine-replaced-block = Another tab had changed a block. Your change replaces it.
# Of a block of intervals: "40 s work"
routine-interval-work = { $time } work
# Of a block in which the clock begins each set: "one set every 1 min"
routine-one-every = one set every { $time }
routine-replaced-load = Another tab had set { $row } to { $load }. Your choice replaces it.
routine-replaced-note = Another tab had written the note "{ $note }". Your note replaces it.
routine-no-room = { $row } is not added. A routine has room for { NUMBER($room) } exercises.

## routines: the lists of routines, and one that is looked at

routines-title = Routines
# The runner's starred exercises as a routine: the button and the name.
routines-usual = My usual
# A routine fitted to the kit of a place.
routines-elsewhere = Where today?
routines-elsewhere-how = Exercises that need other kit are swapped. The routine itself stays as it is.
routines-fits = Everything here works there.
# What is swapped: "Deep squat → Lunge, 3 × 10 reps"
routines-swapped = { $before } → { $after }
routines-no-swap = { $exercise }: nothing similar works with that kit, so it stays.
routines-start-there = Start this
routines-save-there = Save as a copy
# The name of the copy: "Hill day · Hotel"
routines-copy-name = { $name } · { $venue }
routines-new = New routine
routines-own = Your own
routines-ready = Ready to go
routines-shared = Shared with you
# What a new routine is called: "My routine", "My routine 2"
routines-my = My routine
routines-my-numbered = My routine { NUMBER($number) }
routines-copied = Copied to your own routines.
routines-show-more = Show { NUMBER($routines) } more
routines-none = Your routines will appear here.
routines-none-advice = Start an empty one, or open a ready-made one and edit a copy.
routines-delete = Delete
routines-delete-routine = Delete this routine
routines-make-mine = Edit a copy
routines-unknown = This routine is not here
routines-unknown-why = It may have been deleted, or saved in another browser.
routines-share = Share
routines-share-how = The whole routine is in the link. No server sees it.
routines-link = Link
routines-copy-link = Copy link
routines-link-copied = Link copied.
routines-copying-refused = The browser did not allow copying. Select the link and copy it yourself.

## session: a session that runs

# The phases of a session, in one or two words.
session-phase = { $phase ->
    [ready] Get ready
    [hold] Hold
    [reps] Work
    [switch] Other side
    [rest] Rest
    [wait] Ready when you are
   *[finished] Done
}
session-side = { $side ->
    [left] Left
   *[right] Right
}
# The side by which a set is done, alone and within a sentence.
session-leg = { $side ->
    [left] Left leg
   *[right] Right leg
}
session-leg-within = { $side ->
    [left] left leg
   *[right] right leg
}
session-half = { $side ->
    [left] Left side
   *[right] Right side
}
session-half-within = { $side ->
    [left] left side
   *[right] right side
}
# "Lunge, right leg"
session-of-side = { $exercise }, { $limb }
# What happened while nobody looked. $ago is log-minutes-ago and the like, or the next one.
session-clock-ago = { $clock } ago
session-paused-ago = Paused { $ago }
session-ended = { $after ->
    [ready] Get-ready ended { $ago }
    [switch] Change of sides ended { $ago }
    [rest] Rest ended { $ago }
   *[hold] Hold ended { $ago }. Did you finish it?
}
session-hold-ended = Hold ended { $ago }
session-counted = Hold ended { $ago }; it counts
session-counted-then-ended = { $after ->
    [ready] Get-ready ended { $ago }; your hold counts
    [switch] Change of sides ended { $ago }; your hold counts
    [rest] Rest ended { $ago }; your hold counts
   *[hold] Hold ended { $ago }; your hold counts
}
# After a hold during which the phone was locked, with its two answers.
session-held-on = Held on to the end?
session-held-yes = Yes, { $amount }
session-held-no = No, { $amount }
# After the last set of an exercise. The first is answered by a number, from which the last one stands for any more.
session-reserve = { $question ->
    [number] How many more could you do?
   *[three] Could you do 3 more?
}
session-reserve-most = { NUMBER($number) }+
session-yes = Yes
session-no = No

## settings: values of the settings

settings-theme = { $theme ->
    [system] System
    [light] Light
   *[dark] Dark
}
settings-units = { $units ->
    [metric] Kilograms
   *[imperial] Pounds
}
# A place to train, with its kit.
settings-venue = { $venue ->
    [home] Home
    [hotel] Hotel
    [gym] Gym
   *[track] Track
}
# Which side begins.
settings-first-side = { $first-side ->
    [right] Right
   *[left] Left
}
# What can be on or off in the player, and a line of help to each but one.
settings-toggle = { $toggle ->
    [voice] Voice
    [tempo] Tempo tick
    [count] Count the reps for me
    [flash] Flash the screen
    [vibration] Vibrate
    [on-silent] Sound on silent
    [pocket] Pocket mode
    [big-digits] Big digits
    [wait-for-me] I start each set myself
   *[shortcuts] Keyboard shortcuts
}
settings-help = { $toggle ->
    [voice] Says the exercise, the side and how much.
    [tempo] Ticks down, hold and up in each rep.
    [count] Counts down in step with the figure. You still tap Done.
    [flash] Shows what the beeps say.
    [vibration] Where your device can.
    [on-silent] The silent switch mutes the beeps unless this is on. Other music stops then.
    [pocket] Sound goes on while the screen is locked.
    [big-digits] Hides the figure. You read the clock from across the room.
    [wait-for-me] Nothing moves on by itself.
   *[shortcuts] { "" }
}
# The volume.
settings-silent = Silent
settings-percent = { NUMBER($percent) } %
# The weight of the first kettlebell.
settings-first-weight = { $units ->
    [metric] start with { NUMBER($from) } to { NUMBER($to) } kg
   *[imperial] start with { NUMBER($from) } to { NUMBER($to) } lb
}

## share: links that leave, and those that arrive

share-send = Send
share-qr = QR code
share-qr-of = QR code of the link
share-qr-how = Scan it with another phone's camera.
share-qr-too-long = This is too long for a QR code. Send the link.
share-print = Print
share-file = Save as a file
share-file-made = Saved as a file. The link in it opens the routine.
share-watch = Workout for a watch
share-watch-made = Saved as a file. Copy it onto the watch by USB, into the folder NewFiles in GARMIN.
share-watch-how = For a Garmin watch: connect it by USB and copy the file into its folder GARMIN, in there NewFiles. Garmin Connect itself takes no workout files.
share-watch-nothing = This version knows none of its exercises, so there is nothing to put on a watch.
# A file to be heard. $length as "12 min", $megabytes as "23".
share-sound = Sound file
share-sound-how = Sound file: { $length }, about { NUMBER($megabytes) } MB, for any music player. A voice and beeps lead through every set and rest, with repetitions at their tempo. The app makes the voice itself, in English, so it sounds like a machine.
share-sound-making = Making the sound file: { NUMBER($percent) } %
share-sound-stop = Stop
share-sound-no-room = This device has no room for the sound file. Free some space, then try again.
# On an iPhone, after it was made.
share-sound-ready = The sound file is ready.
share-sound-save = Save the sound file
share-sound-made = Saved as a sound file. Any music player opens it.
share-sound-too-long = No sound file: this routine takes more than two hours.
# A line of the file. $exercise is the next message or a name, $rest is planned-rest.
share-file-line = { NUMBER($number) }. { $exercise }: { $dose }, { $rest }
# A part of the file: "Circuit: 3 rounds, 60 s between rounds"
share-file-block = { $kind }: { $words }
share-file-exercise = { $exercise }, { $level }
share-file-end = Open it in Mainspring:
# On the printed sheet: a line to write on, and the words under the QR code.
share-print-note = Notes
share-print-scan = Scan to open it
share-print-foot = Mainspring · tick a box for each set
share-paste = Paste
share-paste-refused = The browser did not allow pasting. Press and hold the field, then choose Paste.
share-scan = Scan a QR code
share-scan-stop = Stop the camera
share-scan-how = Point the camera at the QR code.
share-scan-not-allowed = The camera is not allowed here. Allow it in the browser's settings, or paste the link.
share-scan-no-camera = No camera can be used here. Paste the link instead.
share-scan-hidden = The camera stopped when you left the page. Start it again.
share-scan-other = This QR code does not lead to Mainspring.
share-app-copy = Copy for the app
share-app-how = Is Mainspring on your Home Screen? Links open here in the browser. Copy this one, open the app, go to Routines and paste it.
# The link with what was done, for whoever planned it.
share-sheet = Send back what you did
share-sheet-how = The link shows your sets, sides, effort and the date, but not your note. No server sees it.
share-sheet-eyebrow = A session sent to you
share-sheet-not-kept = This is only shown. Nothing of it is saved on your device.
share-felt = Felt

## shared: a routine that came in a link

shared-eyebrow = A routine shared with you
shared-save = Save to my routines
shared-saved = Saved to your routines.
shared-saved-before = You have this routine already. Here it is.
shared-nothing-saved = Start does not save the routine. Your session goes into your log.
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
# A link that holds no routine.
shared-link-empty = This link carries nothing. Ask for it to be sent again, whole.
shared-link-newer = This link was made by a newer version of Mainspring. Reload to update, then open it again.
shared-link-damaged = This link is damaged: part of it was lost on the way. Ask for it to be sent again, whole.

## speech: what the voice says: short, because it is heard during exercise

speech-halfway = Halfway.
speech-ten-seconds = Ten seconds.
# After the last repetition that was counted.
speech-count-over = That was the last one.
# A set begins.
speech-set = { $exercise }. { units-amount }.
# $limb is session-leg or session-half: "Right leg"
speech-set-of-side = { $exercise }. { $limb }. { units-amount }.
# $set is one of these two: "Deep squat. 20 reps. 8 kg."
# In the middle of a block of as many rounds as fit, a minute before its end, and at its end.
# In a flow.
speech-breathe-in = In.
speech-breathe-out = Out.
speech-next-in-flow = Next: { $next }.
speech-half-time = Half the time. { $left } left.
speech-last-minute = One minute left.
speech-time-up = Time.
speech-with-load = { $set } { $load }.
# Where the plan has a tempo of its own: "Deep squat. 8 reps. Down 3, press up 1."
speech-with-tempo = { $set } Tempo: { $parts }.
speech-part = { $part } { NUMBER($seconds) }
# Each of these is said after a set that was done, and after one that was left out.
speech-done-rest = Done. { speech-rest }
speech-rest = Rest, { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}. Next: { $next }.
# Before another round.
speech-done-rest-round = Done. { speech-rest-round }
speech-rest-round = Rest, { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}. Then round { NUMBER($round) } of { NUMBER($rounds) }. Next: { $next }.
speech-done-over = Done. { speech-over }
speech-over = The session is over.
speech-done-other-side = Done. { speech-other-side }
speech-other-side = Other side. { $limb }.
speech-get-ready = Get ready: { $next }.
speech-your-turn = Your turn: { $next }.

## store: what the browser keeps

store-memory-only = This browser does not let Mainspring store anything. You can train; download your data before you close the page.
# Values that are kept, as the sentences below begin with them.
store-settings = Your settings
store-routines = Your own routines
store-exercises = Your own exercises
store-pain = What you told of pain
# $month as 2026-11.
store-month = The log of { $month }
store-plan = The plan of the open session
# $what is one of them.
store-unreadable = { $what } could not be read. What stood there is kept aside; everything else is here.
store-mended = { $what } could not be read. A second copy is in its place. The unreadable one is kept aside.
store-newer = { $what }: a newer version of Mainspring wrote this. Reload to update.
store-takes-nothing-back = This browser's storage takes nothing back. Download your data before you close the page.
store-put-back = Something cleared this browser's storage. Mainspring has put your data back.
store-session-unreadable = A part of an open session could not be read. It is kept untouched; everything else is here.
store-sets-unreadable = Sets of the open session could not be read just now. Reload to try again; nothing is deleted.
store-sets-soon = Your sets are not saved for sure yet. This browser saves a little later: keep this page open for a minute.
# After what was not saved, and why.
store-go-on = { $error } You can go on and download your data.
# Reasons why something was not saved.
store-full = The browser's storage is full.
store-blocked = The browser does not let this page store anything.
# $why is one of them.
store-not-saved = Not saved. { $why }
store-not-saved-newer = Not saved. A newer version of Mainspring wrote your data. Reload to update.
store-not-saved-unreadable = Not saved. What is stored cannot be read, nor set aside. Free some space first.
# What vanished from the browser's storage.
-store-gone-why = Something outside Mainspring removed them; everything else is here.
store-gone-settings = Your settings are gone from this browser's storage. The usual ones are in force. { -store-gone-why }
store-gone-routines = Your own routines are gone from this browser's storage. { -store-gone-why }
store-gone-exercises = Your own exercises are gone from this browser's storage. { -store-gone-why }
store-gone-pain = Your notes on what hurt are gone from this browser's storage. { -store-gone-why }
# $month as 2026-11.
store-gone-month = The sessions of { $month } are gone from this browser's storage. { -store-gone-why }
store-gone-months = { NUMBER($months) } months of your log are gone from this browser's storage. { -store-gone-why }
store-gone-more = { $months ->
    [one] One more month is gone from this browser's storage.
   *[other] { $months } more months are gone from this browser's storage.
}
store-gone-sets = { $sets ->
    [one] One set of the open session is gone from this browser's storage. You can go on; the log will lack what is gone.
   *[other] { $sets } sets of the open session are gone from this browser's storage. You can go on; the log will lack what is gone.
}

## tab: the title of the browser's tab

# What the page shows, and the app.
tab-title = { $page } · { frame-brand }
# $name is what is trained.
tab-training = Training: { $name }
tab-shared = A shared routine
tab-session = Session
tab-made = Made for you
tab-sheet = A session sent to you
tab-own = Your exercise
tab-not-found = Not found

## today: what Today shows

today-title = Today
today-see-routine = See the routine
today-ends-open = Ends the open session. Its sets stay in your log.
today-welcome-back = Welcome back
today-start-afresh = Or start a new session
today-run-order = Run before or after strength?
today-when-it-changes = When the answer changes
today-no-sessions = Your sessions will appear here.
today-this-week = This week
today-other-sessions = Other sessions
# What comes next, and on which day: "Next strength: Tuesday · Balance"
today-next = Next strength: { $day } · { $routine }
today-train-anyway = Train anyway
today-start-else = Start something else
# Exercises that are left out of what is suggested.
today-left-out = Without { $exercises }: it loads a part that hurts.
# Under a suggestion with an exercise at a higher level than usual.
today-raised = At the levels you have reached.
today-last-session = Last session
# On the first day: the meaning of the colour in the figure, and the kit to choose.
today-muscles = Purple: the muscles at work.
today-kit = What kit do you have?
today-elsewhere = Running in another tab
today-left-elsewhere = Left in another tab

## trim: a routine in less time

trim-label = I have less time
# The whole routine, among the choices: "All 18 min"
trim-all = All { $minutes }
trim-fewer-sets = { $sets ->
    [one] One set less.
   *[other] { NUMBER($sets) } sets less.
}
trim-left-out = Without { $exercises }: another exercise does the same job.
trim-tighter = Shorter rests, and less in each set.
trim-shortest = This is the shortest form that keeps every job.
trim-whole = It fits as it is.

## units: amounts with their unit

units-minutes = { NUMBER($minutes) } min
units-seconds = { NUMBER($seconds) } s
# "1 min 30 s"
units-minutes-seconds = { NUMBER($minutes) } min { NUMBER($seconds) } s
# "12 reps"
units-amount = { $measure ->
    [reps] { $amount ->
        [one] { $amount } rep
       *[other] { $amount } reps
    }
    [seconds] { $amount ->
        [one] { $amount } second
       *[other] { $amount } seconds
    }
    [steps] { $amount ->
        [one] { $amount } step
       *[other] { $amount } steps
    }
    [breaths] { $amount ->
        [one] { $amount } breath
       *[other] { $amount } breaths
    }
   *[rounds] { $amount ->
        [one] { $amount } round
       *[other] { $amount } rounds
    }
}
# The unit of an amount.
units-word = { $measure ->
    [reps] { $amount ->
        [one] rep
       *[other] reps
    }
    [seconds] { $amount ->
        [one] second
       *[other] seconds
    }
    [steps] { $amount ->
        [one] step
       *[other] steps
    }
    [breaths] { $amount ->
        [one] breath
       *[other] breaths
    }
   *[rounds] { $amount ->
        [one] round
       *[other] rounds
    }
}

## vocabulary: the values of closed sets, as they stand alone

# The types of exercise.
vocabulary-block = { $block ->
    [warm-up] Warm-up
    [main] Main part
    [superset] Superset
    [circuit] Circuit
    [intervals] Intervals
    [every-minute] Every minute
    [as-many-rounds] As many rounds as fit
    [flow] Flow
    [mirrored-flow] Flow to both sides
   *[cool-down] Cool-down
}
vocabulary-kind = { $kind ->
    [band] Resistance band
    [balance] Balance
   *[body-weight] Body weight
}
# The jobs that strength does for a runner.
vocabulary-job = { $job ->
    [single-leg] Single leg
    [hip-side] Side of the hip
    [calf-foot] Calf and foot
    [trunk] Trunk
   *[balance] Balance
}
# The levels of an exercise.
vocabulary-level = { $level ->
    [base] Base
    [hard] Hard
   *[harder] Harder
}
# Which side begins, where each side is done alone.
vocabulary-order = { $side-order ->
    [right-first] Right first
    [left-first] Left first
   *[alternating] Sides in turn
}
# The use of the two sides of the body in a set.
vocabulary-sides = { $sides ->
    [both] Both sides together
    [per-side] One side, then the other
   *[alternating] Alternating sides
}
# Pieces of kit.
vocabulary-kit = { $kit ->
    [loop-band] Loop band
    [second-loop-band] Second loop band
    [long-band] Long band
    [dowel] Dowel or broom
    [kettlebell] Kettlebell
    [straps] Straps or a band fixed to a wall
    [bosu] BOSU
   *[soft-surface] Pillow, folded mat or BOSU
}
# Regions of the body, to choose from.
vocabulary-area = { $area ->
    [hips] Hips and glutes
    [thighs] Thighs
    [lower-leg] Calf, ankle, foot
   *[trunk] Core and back
}
# In a row: "glute max, hamstrings".
vocabulary-muscle = { $muscle ->
    [glute-max] glute max
    [glute-med] glute med and min
    [quads] quads
    [hamstrings] hamstrings
    [adductors] adductors
    [hip-flexors] hip flexors
    [calves] calves
    [tibialis-posterior] tibialis posterior
    [foot-intrinsics] small muscles of the foot
    [abdominals] abdominals
    [spinal-erectors] back extensors
    [lats] lats
    [upper-back] upper back muscles
    [pecs] chest muscles
    [shoulders] shoulder muscles
    [obliques] obliques
    [tibialis-anterior] shin muscles
    [soleus] soleus
   *[grip] forearm muscles
}
# What else is good to know of a level.
vocabulary-tag = { $tag ->
    [impact] Jumps
    [supine] Lying on the back
    [fall-risk] Keep something to hold within reach
    [deep-knee] Deep knee bend
    [heavy] Added weight
    [quiet] Quiet
   *[no-floor] Standing only
}
# Parts of the body that can hurt.
vocabulary-part = { $part ->
    [foot] Foot or ankle
    [lower-leg] Calf, shin or Achilles
    [knee] Knee
    [thigh] Thigh
    [hip] Hip or groin
    [back] Back or lower back
    [arm] Shoulder, arm or hand
   *[elsewhere] Elsewhere
}
# The goals of training, each in one word: three of them stand in a row on a phone.
vocabulary-goal = { $goal ->
    [muscle] Muscle
    [endurance] Endurance
   *[fitness] Fitness
}

## warning: warnings about a routine that explain and never block

warning-two-balances = { $one } and { $next } are both balances on one leg. Something between them keeps you steady.
warning-no-hip-side = Nothing here trains the side of the hip, which keeps your pelvis level.
warning-new-level = You have not trained { $exercise } at { $level } yet. Try a set first.
warning-no-kit = Not in your kit: { $kit }.
warning-jumps = { $exercise } has jumps. Coaches train four weeks first, then begin with few.
