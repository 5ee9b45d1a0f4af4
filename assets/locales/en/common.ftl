### Words that more than one screen uses. Sentence case; plain verbs.

## Answers and plain actions

yes = Yes
no = No
ok = OK
cancel = Cancel
close = Close
back = Back
continue = Continue
save = Save
undo = Undo
redo = Redo
retry = Try again

## Units, after a figure

unit-points = points
unit-votes = votes
unit-seats = seats
unit-billion-dollars = bn
unit-percent = %

## Counts

count-points =
    { $count ->
        [one] { $count } point
       *[other] { $count } points
    }
count-votes =
    { $count ->
        [one] { $count } vote
       *[other] { $count } votes
    }
count-seats =
    { $count ->
        [one] { $count } seat
       *[other] { $count } seats
    }
count-rounds =
    { $count ->
        [one] { $count } round
       *[other] { $count } rounds
    }

## How long ago

ago-now = just now
ago-minutes =
    { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
ago-hours =
    { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
ago-days =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }

## A stepper's arrows, for screen readers

# $name is the term, such as "Tariff on Japan"
stepper-back = { $name }: previous option
stepper-on = { $name }: next option

## A stop of the calendar, for screen readers

# $stop is its date and place
stop-past = { $stop }, done
stop-now = { $stop }, now
stop-future = { $stop }, ahead
