### The table: the draft, the offers, and everyone around it.

## Figures

# $middle is a rounded figure, $half how far it may be off
table-estimate = { $middle } ±{ $half }
table-and = { $first } and { $last }
table-same = as drafted
table-quoted = “{ $text }”
table-support-near = { $support }, falls below { $floor }
table-none-yet = –

## The player's own side

table-your-brief = { $party } · your brief
table-mandate = Mandate: { $name }
table-red-line = Never { $issue }: { $options }. { $why }
table-if-signed = If signed
table-as-signed = As signed
table-no-deal = No deal
table-signed-so-far = Signed so far
table-your-best = Your best
table-interest-note = { $about } No deal { $before }, with this draft { $after }.
table-interest-signed = { $about } No deal { $before }, as signed { $after }.
table-why = What it changes for you
table-why-term = From { $from } to { $to }.
table-why-spared = Not in the draft. Signing averts or brings what was scheduled.
table-why-columns = What the terms are worth is no sum over the issues, so it is told for all of them at once.
table-why-linkage = Several terms hold together; this comes on top of what each is worth.
table-why-pledge = What the projects bring that whoever selects would choose, round by round, cash included.
table-why-threat = A threat that stands: what giving in, backing down or carrying it out brings.
table-why-pledge-money = { $money } in all; pace: { $pace }.
table-why-delivery = { CAPITAL(THE($by)) } promises: { $what } The chance that it does not is taken as { $odds } %, and that share of its worth is left out.
table-why-doubt = Doubt: trust of { THE($of) } in { THE($by) } is { $trust } of 100: { $odds } %.
table-why-locked = Public backing in the same pact makes it harder to break: −{ $odds } %.
table-why-fails = It may fail against the will of { THE($by) }, at fragility { $fragility } of 100: { $odds } %.
table-why-credit = Your share of the credit, against an even split.
table-stock = { $resource }, stock
table-stock-figure = { $rounds } rounds
table-stock-short = { $rounds } rounds, short
table-pacts = Pacts
table-option-clauses = { $option }, { $clauses }
table-term-waits = { $term } (waits)
table-term-over = { $term } (ended)
table-pact-signed = signed, not yet ratified
table-pact-agreed = signed, in force when the talks end
table-pact-stands = in force
table-pact-ended = ended

## The chamber at home

table-house-caption = of { $seats } · needs { $quorum }
table-house-spoken = { $house }: { $yes } of { $seats } for, { $quorum } needed, { $undecided } undecided. { $outcome }
table-house-idle = { $house }: { $standing } { $yes } of { $seats }, { $quorum } needed. { $outcome }
table-house-nothing = Nothing to vote on yet
table-house-no-say = This draft needs no vote
table-house-passes = Passes, { $chances } in 10
table-house-fails = Fails: passes { $chances } in 10
table-house-note = { $yes } of { $seats }, needs { $quorum }. { $forecast }
table-in-ten = { $chances } in 10
table-government = Government
table-government-note = Seats of the government, before any draft is known.
table-mood = Well disposed
table-mood-note = Votes that are open to a pact, before any draft is known.
table-pivotal = Decides: { $bloc }
table-votes-of = { $yes } of { $seats }
table-moved-base = Whatever the terms
table-moved-terms = The terms
table-moved-backing = Public backing
table-moved-lobbying = Lobbying
table-moved-mood = Trust and support
table-bloc-note =
    Attitude { $net }: from the start { $base }, terms { $terms }, backing { $backing }, lobbying { $lobbying }, trust and support { $mood }.
table-bloc-line = { $bloc }: { $change } attitude, now { $yes } of { $seats }

## The others

table-place-here = { $party } · at the table
table-place-away = { $party } · away, by cable
table-place-fallen = { $party } · government fallen
table-likely = Likely mandate
table-likely-note = What it was sent for is not known. By what it has offered, refused, said and done:
table-likely-any = any of { $count } so far
table-likely-odds = { $mandate }, { $percent } %
table-trust = Trust: yours · theirs
table-trust-figure = { $ours } · { $theirs }
table-trust-note = You trust { THE($party) } { $ours } of 100; it trusts you { $theirs } of 100.
table-support = Support at home
table-support-note = Was { $start } at the start. Below { $floor } the government falls.
table-capital = Political capital
table-capital-note = Pays for cables, lobbying and further measures.
table-said = Said last
table-stand-nothing = Set a term, and see here how it stands with them.
table-stand-hidden = Their numbers are sealed: judge by what they say and sign.
table-stand-gains = Better for them: { $figure }
table-stand-same = The same for them as no deal
table-stand-unsure = Better or worse for them: { $figure }
table-stand-short = Short of no deal by { $figure }
table-stand-blocked = They cannot sign this
table-stand-caption = No deal { $nothing } · this draft { $draft }
table-may-refuse = They may refuse. { $why }
table-reads = If you sign: their no deal
table-reads-note = They do not sign this. Their no deal is { $from } now, and would be { $to }.
table-fix-head = Cheapest fix
table-fix-head-house = Cheapest fix for their chamber
table-fix-nearest = What would help most
table-fix-nearest-house = What would help most in their chamber
table-fix = { $change }: them { $worth }, you { $cost }

## The draft

table-draft-title = Draft to { THE($parties) }
table-lead-first = { CAPITAL(THE($from)) } to { THE($to) }, first draft. Values at the left of an arrow are in force now.
table-lead-after-yours = { CAPITAL(THE($from)) } to { THE($to) }. What changed since your last offer is marked.
table-lead-after-theirs = { CAPITAL(THE($from)) } to { THE($to) }. What changed since their last offer is marked.
table-torn = It also needs: { $issues }
table-offer-title = Offer from { THE($parties) }
table-settled-title = All is signed
table-over-title = The talks are over
table-fallen-title = Your government has fallen
table-fallen-lead = What is in force stays in force. You sign nothing more, and see how it ends.
table-lead-plain = { CAPITAL(THE($from)) } to { THE($to) }. Values at the left of an arrow are in force now.
table-over-lead = Nothing more can be agreed in this round.
table-lead-settled = What there was to settle is signed this round.
table-minutes = The talks so far
table-minutes-round = Round { $round } · { $place }
table-with = With
table-at-table-note = You sit together at this stop: what you agree on is signed at once.
table-by-cable = { $parties }, by cable ({ $cost })
table-by-cable-note = A cable costs { $cost } political capital, is answered in the next round, and is signed when you meet.
table-by-cable-signed = A cable costs { $cost } political capital and is answered and signed in the next round: you meet no more.
table-nothing-to-settle = There is nothing left that you could settle with them now.
table-gives = { $party } gives
table-together =
    { $count ->
        [2] Both settle
       *[other] All settle
    }
table-worth-you = you
table-worth-them = them
table-worth-them-est = them (est.)
table-worth-note = What the term changes against no deal.
table-worth-spoken = { $party } { $figure }
table-then = { $now }, then { $then }
table-kept = { $option }, kept
table-coming = { $option } comes by itself if it is left alone
table-coming-unless = { $option } comes unless { THE($parties) } sign
table-option-line = { $option }: { $figure }
table-left-alone = left alone
table-closed = Not open with these parties now
table-headline = Headline
table-headline-note = What is said of it in public. Everyone reads it at once, the terms only when they are in force.
table-headline-none = no headline
table-credit = Credit
table-credit-of = { $party } { $share }
table-credit-note = More credit is worth standing at home, at the others' cost. This split: { $figure } for you.
table-pick-back = Previous
table-pick-on = Next
table-you = You
table-total-score = score
table-total-gain = gain
table-total-spoken = { $party }: { $draft } with this draft, { $nothing } with no deal, { $change }.
table-mend-set = { $issue }: { $option }
table-mend-clear = Leave { $issue } alone
table-clear = Clear
table-clear-off = The draft sets nothing.
table-undo-off = There is no change to take back.

## When a term counts

table-when = if…
table-when-open = { $issue }: add a condition
table-when-effect = Takes effect if
table-when-lapse = Lapses if
table-when-until = Until
table-when-on = What it looks at
table-when-range = What it waits for
table-when-pact = A pact stands
table-when-signed = signed by { THE($parties) }
table-when-is = is { $options }
table-when-span = { $first } to { $last }
table-when-worth = With it: { $changes }
table-when-none = There is nothing left to say of when this term counts.
table-when-add = Add
table-when-drop = Drop { $clause }
table-when-drop-short = Drop

## Promises, threats and pledges

table-promises = Promises owed
table-owed-due = Due in { $stop }
table-owed-delayed = Due in { $stop }, put off once
table-owed-note = { $term }, by { $pact }.
table-threats = Threats
table-threat-title = { $who } against { $against }
table-pledge-selects = Projects are selected by { THE($party) }
table-pledge-amount = Amount
table-pledge-pace = Pace: { $pace }.
table-pledge-pool = Freed, not placed
table-pledge-pool-note = Whoever selects puts it into projects at the Reckoning.
table-project-runs = runs
table-project-from = from round { $round }
table-project-late = after the end
table-pledge-cash = Cash to { THE($party) } so far
table-pledge-cash-note = What the projects that run have paid.
table-pledge-split = Cash now, { $host } : { $funder }
table-pledge-shares = { $host } : { $funder }

## What the player would do well to know

table-verdict-settled = Nothing is left that you could settle with anybody this round.
table-verdict-empty = Set at least one term to make an offer.
table-verdict-answer = An offer waits for your answer. Read it, or set terms of your own.
table-verdict-torn = These terms do not hold together yet.
table-verdict-worse = Worse for you than no deal: { $figure }.
table-verdict-worse-signed = Worse for you than what you have signed: { $figure }.
table-verdict-house = Your chamber would stop it. { $forecast }.
table-verdict-better = { $figure } for you over no deal.
table-verdict-better-signed = { $figure } for you over what you have signed.

## Buttons

table-propose = Propose
table-counter = Counter
table-sign = Sign
table-accept = Accept
table-proposed = On the table
table-proposed-note = This is your own offer, on the table already.
table-ask-take = What would it take?
table-ask-give = What would they give?
table-ask-balance = Balance
table-ask-best = Best for all
table-revert = Revert to their offer
table-revert-off = There is no offer of theirs that differs from the draft.
table-done = Done
table-done-note = You have nothing to add for now. Talks end when everyone is done.
table-offers-left =
    { $count ->
        [0] No offers left this round
        [one] { $count } offer left this round
       *[other] { $count } offers left this round
    }
table-waiting = Waiting for the others
table-waiting-for = Waiting for { THE($party) }
table-over = The talks of this round are over.

## Offers

table-offers = Offers of this round
table-offer-yours = You to { THE($to) }
table-offer-theirs = { CAPITAL(THE($from)) } to you
table-offer-wide = { CAPITAL(THE($from)) } to you and { THE($to) }
table-offer-worth = You { $figure }
table-offer-worth-signed = You { $figure } against what you have signed
table-offer-house = your chamber { $chances } in 10
table-offer-open = Open until this round ends
table-offer-cable = By cable, answered in the next round
table-offer-cabled = By cable from the last round, open until this one ends
table-offer-declined = Declined
table-offer-countered = Declined, with another offer
table-offer-declined-why = Declined: { $why }
table-offer-withdrawn = Withdrawn
table-offer-expired = Run out
table-offer-signed = Signed
table-offer-changed = Changed since the offer before.
table-lines-more =
    { $count ->
        [one] and { $count } more line
       *[other] and { $count } more lines
    }
table-offer-more =
    { $count ->
        [one] and { $count } more term
       *[other] and { $count } more terms
    }
table-offer-load = Read
table-offer-load-note = Puts it on the paper, where everything about it shows. Undo brings your own draft back.
table-offer-in-draft = On the paper
table-offer-accept = Accept
table-offer-decline = Decline
table-offer-withdraw = Withdraw

## Saying something

table-say = Say to everyone
table-say-one = Say to { THE($party) }
table-say-left =
    { $count ->
        [0] Nothing more this round
        [one] Once more this round
       *[other] { $count } times this round
    }
table-say-kind = What to say
table-say-issue = Of what
table-say-option = Which option
table-say-priority = What matters most to us is
table-say-wants = We want
table-say-refuses = We will not sign
table-say-it = Say it

## Keys, for the help page

key-table-main = Propose, counter or sign; done when all is signed
key-table-step = Step a term, when it has the focus
key-table-partners = Choose with whom
key-table-accept = Read the first open offer; accept it once it is on the paper
key-table-decline = Decline an offer
key-table-take = Ask what it would take, and take it into the draft
key-table-give = Ask what they would give
key-table-balance = Change as little as all gain from
key-table-best = Ask what is best for all
key-table-withdraw = Withdraw your offer
key-table-revert = Revert to their offer
key-table-undo = Undo the last change of the draft
key-table-advice = Show advice, or fold it away
key-table-done = Done for this round

## Why an issue cannot be set, beside its name

table-closed-consent = needs { THE($parties) }
table-closed-held = held by a pact of { THE($parties) }
table-closed-reserved = signed this round
table-closed-in-person = only face to face

## What bound the parties, on the pages of a round and of the result

told-promises = Promises
told-broken = Broken by choice
told-broken-note = A breach costs standing, and the trust of everyone who hears of it.
told-failed = Could not be kept
told-failed-note = Nobody chose this: it costs standing, and no trust.
told-terms = Terms that took effect or ended
told-projects = Projects and cash
told-threats = Threats
told-dated = Round { $round }: { $text }
news-due = Falls due this round
news-waits = { $option } waits for its condition.

## What can bind the parties, in the brief

sources = Sources: { $sources }
source-dated = { $text }, { $date }
brief-pledges = A pledge and its projects
brief-project-head =
    { $column ->
        [project] Project
        [size] Takes
        [lead] Runs
        [cash] Pays a round
        [placed] For you, once placed
       *[built] For you, once it runs
    }
brief-lead =
    { $rounds ->
        [0] at once
        [one] { $rounds } round later
       *[other] { $rounds } rounds later
    }
brief-effect = { $interest } { $change }
brief-stylised = { $text } · stylised
brief-cash-worth = { $money } of cash count { $change } in { $interest } for you. Figures are weighed by your mandate.
brief-promises = Promises that a pact can make
brief-promises-note = A promise is kept, put off once, or broken at the Reckoning at which it falls due; some fail against everyone’s will. What would fall due after the last round is not put to the test.
brief-due =
    { $rounds ->
        [0] Falls due as soon as the pact is in force.
        [one] Falls due { $rounds } round after the pact is in force.
       *[other] Falls due { $rounds } rounds after the pact is in force.
    }
brief-threats = Threats that a party can make
brief-threats-note = A threat is a measure, a rung a round: signal, demand, deadline. Each rung raises what backing down or giving in costs.
brief-threat = { $threat }, against { THE($against) }
brief-demands = May demand: { $demands }.
brief-carried-out =
    { $rounds ->
        [0] Carried out: { $effects }. A deadline comes in the round in which it is set.
        [one] Carried out: { $effects }. A deadline comes { $rounds } round after it is set.
       *[other] Carried out: { $effects }. A deadline comes { $rounds } rounds after it is set.
    }
