### Words that more than one screen uses. Sentence case; plain verbs.

## Answers and plain actions

yes = Yes
no = No
cancel = Cancel
close = Close
back = Back
continue = Continue
save = Save
undo = Undo
retry = Try again

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

## Names

# Names of parties that take an article in running text, with commas between. There THE($party) writes it, and CAPITAL(THE($party)) at the
# beginning of a sentence.
names-with-article = United States, United Kingdom, United Arab Emirates, United Nations, European Union, African Union, Netherlands, Philippines, Maldives, Bahamas, Czech Republic, Dominican Republic, Soviet Union, Gulf states, Baltic states
