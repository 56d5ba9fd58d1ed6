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

# How the week stands: "1 of 2 strength days this week"
coach-week = { NUMBER($done) } of { $asked ->
    [one] { $asked } strength day this week
   *[other] { $asked } strength days this week
}
coach-week-more = { $done ->
    [one] { $done } strength day this week; your goal asks for { NUMBER($asked) }
   *[other] { $done } strength days this week; your goal asks for { NUMBER($asked) }
}
coach-three-days = Coaches ask for a third day when muscle is the goal. Leave 48 hours between hard leg days.
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
coach-sides-even = { $exercise }: left and right even, { $before } apart last time.
coach-sides-closer = { $exercise }: left and right { $now } apart, { $before } apart last time.

## common: what several places say; sorted by id

# "Lunge at Hard"
common-exercise-at = { $exercise } at { $level }
common-exercises = { $exercises ->
    [one] { $exercises } exercise
   *[other] { $exercises } exercises
}
common-routines = { $routines ->
    [one] { $routines } routine
   *[other] { $routines } routines
}
common-sessions = { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
}
# A side of its own counts as a set of its own.
common-sets = { $sets ->
    [one] { $sets } set
   *[other] { $sets } sets
}

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
    [0] this once
    [1] for a week
    [2] for two weeks
    [3] for three weeks
   *[other] for { $weeks } weeks
}
layoff-old-level = Use my old level · { $minutes }

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
# After other words, when something is planned for: "Next: Balance, today."
log-next-today = today
log-next-tomorrow = tomorrow
log-next-day = on { $day }
# A session that was ended early: "5 of 8 sets"
log-sets-of = { NUMBER($done) } of { $planned ->
    [one] { $planned } set
   *[other] { $planned } sets
}
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

## restore: what is in a backup, and what restoring it changes

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
   *[rounds] { $amount ->
        [one] { $amount } round
       *[other] { $amount } rounds
    }
}
