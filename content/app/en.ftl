### The app's own sentences. What each exercise says stands in its folder (content/exercises).
###
### An id begins with the place that says it; sections stand in alphabetical order. CONTRIBUTING.md tells more.

## broken: the screen that stands where the app itself breaks

broken-title = Something broke
broken-what = Every set you finished is saved. Reload to go on where you were.
broken-reload = Reload

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

common-close = Close
common-done = Done
common-download-data = Download my data
common-how-felt = How did it feel?
common-resume = Resume
common-something-hurts = Something hurts
common-start = Start

## dates: days and months. Their names come from the browser in every language but English

# "Monday 16 November"
dates-long = { $weekday } { $day } { $month }

## diary: a finished session in full

diary-missing = This session is not here
diary-missing-why = It may be stored on another device, or have been erased.
diary-see-all = See all sessions
diary-set-by-set = Set by set
# A session of a device whose clock was wrong. What comes first is log-dated-ahead: "Dated ahead: 22 Nov 2027"
diary-clock-wrong = { $dated }. Your device's clock was wrong then.
diary-counts-later = It counts into no week until its date is right.
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
diary-asked = Asked
diary-at = At
diary-train-again = Train it again

## finish: the end of a session

finish-saved = Done and saved
finish-not-yet = Not saved for sure yet. This browser saves a little later: keep this page open for a minute.
finish-last-set = Last set: { $exercise }
# What a less and a more button count, for who cannot see it.
finish-last-done = done in the last set
# "Deep squat: How many more could you do?"
finish-reserve = { $exercise }: { $question }
finish-to-today = To Today
finish-see-sets = See every set

## hurts: what hurts: the questions, the sore parts, and what stays out

hurts-which-exercise = In which exercise?
hurts-place = Where?
hurts-which-side = Which side?
hurts-how-much = How much, from 0 to 10?
hurts-title = What hurts
# After what hurts and how much: "Right knee: 4 of 10." The whole for screen readers, and what all see.
hurts-how-now = { $sore } How is it now?
hurts-stays-out = What loads it stays out until it is better.
hurts-better-now = It is better now
hurts-all-out = Every exercise you have kit for loads what hurts. Rest today.
hurts-plan-out = Nothing is left of it today. Rest, or train what spares the sore part.
hurts-start = Start { $exercise }
hurts-rest = Rest today
hurts-go-on = Noted. Train on while it stays there.

## layoff: the way back after a break

layoff-reason = Coaches start below where you stopped, then build up.
# On the button of the lighter routine: "Start lighter · 6 min"
layoff-lighter = Start lighter · { $minutes }
layoff-old-level = Use my old level · { $minutes }

## loading: a part of the program that did not load

# Notices.
loading-new = A new version of Mainspring is out. Load it to go on.
loading-offline = No connection. A part of Mainspring did not load. Connect, then try again.
loading-slow = A part of Mainspring took too long to load. Try again on a better connection.
loading-host = A part of Mainspring did not load. Check your connection, then try again.
# The same for a page that waits in vain: its heading, and what to do.
loading-new-title = A new version is out
loading-offline-title = No connection
loading-slow-title = This page takes too long
loading-host-title = This page did not load
loading-new-advice = Load the new version to go on. Your data is safe on this device.
loading-offline-advice = Connect, then try again. Your data is safe on this device.
loading-slow-advice = Try again on a better connection. Your data is safe on this device.
loading-host-advice = Check your connection, then try again. Your data is safe on this device.

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
options-goal = My goal
options-goal-help = Decides the advice on order and how often.
options-kit = My kit
options-kit-help = Today suggests only what you have the kit for.
options-units = Weights in kit lists
# "Kettlebell: start with 6 to 8 kg."
options-weight = { $kit }: { $weight }.
options-sound = Sound
options-beep = Beep at the end of holds and rests
options-no-voice = This device has no voice for English. You hear beeps instead.
options-volume = Volume
options-player = Player
options-keys = The keys
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
options-built = Built by you
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
options-erase-what = Your settings, your own routines and all your sessions go from this browser. There is no way back, but a file you download first can be restored in Settings.
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

## player: the player: a session that runs, is offered, or runs in another tab

player-opening = Opening…
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
# "1:05 so far"
player-so-far = { $clock } so far

# What comes stands under one of these.
player-first = First
player-next = Next
player-now = Now
player-how-to = How to
player-set = Set { NUMBER($set) } of { NUMBER($sets) }
player-set-each-side = Set { NUMBER($set) } of { NUMBER($sets) } each side
player-in-turn = { $amount }, sides in turn
# "Set 2 of 3 · 12 reps"
player-dose = { $set } · { $amount }

player-pause = Pause
player-start-now = Start now
player-begin-now = Begin now
player-back = Back
player-go-on = Go on
player-early = Early
player-done-early = Done early
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
player-start-side = { $side ->
    [left] Start with the left side
   *[right] Start with the right side
}
player-leave-out = Leave it out
player-instead = Instead: { $exercise }
player-instead-at = Instead: { $exercise }, { $level }

## progress: minutes a week, and every session

progress-title = Progress
progress-nothing-yet = Your first session goes here
progress-what-comes = Each one stays with its sets, minutes and how it felt. Weeks add up to bars.
progress-start = Go to Start
progress-sessions = Sessions
progress-show-more = Show more
# Said to screen readers.
progress-more = { $sessions ->
    [one] { $sessions } session more.
   *[other] { $sessions } sessions more.
}

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
