### The window: menu, brief, news, votes, reckoning, and what stands around them.

title = Rare Terms

## Lists

list-and = { $most } and { $last }
list-or = { $most } or { $last }
from-to = { $from } → { $to }

## The frame

frame-stop = { $place } · { $date }
frame-seat = You play { THE($party) }
frame-round = Round { $round } of { $rounds }
frame-calendar =
    Calendar: round { $round } of { $rounds }, { $stop }; { $left ->
        [0] it is the last
        [one] { $left } more is ahead
       *[other] { $left } more are ahead
    }.
frame-calendar-over = Calendar: all { $rounds } rounds are done.
frame-capital = Capital { $capital }
frame-capital-note = Political capital pays for cables and measures. You gain { $income } each round.
frame-news = News
frame-menu = Menu
frame-together = At the table: { $parties }
frame-waiting = { CAPITAL(THE($party)) } is thinking …
frame-watching = Your government has fallen. You watch the others.
frame-talks-over = On to the Reckoning of this round.
frame-signed = { $parties } sign: “{ $headline }”
frame-signed-plain = { $parties } sign a pact
frame-voided = Pact refused at home: { $parties }
frame-collapsed = The government of { THE($party) } has fallen
frame-moved = { $issue }: { $option } from today

## Help and the menu of a match

help-title = Keys
help-lead = Everything can be done with the mouse and with the keyboard.
help-here = On this screen
help-everywhere = Everywhere
key-main = Do the main action, or press what has the focus
key-main-always = Do the main action, whatever has the focus
key-tab = Go to the next thing
key-tab-back = Go to the one before
key-arrows = Go to the nearest thing that way; step an option
key-space = Press what has the focus
key-scroll = Scroll the page
key-larger = Make everything larger
key-smaller = Make everything smaller
key-plain-size = Back to the plain size
key-cards-next = Go to the next one that can be chosen
key-cards-before = Go to the one before that can be chosen
key-fullscreen = Fill the screen, or go back to a window
key-settings = Open or close the settings
key-pages = Open or close the pages on what words mean
key-help = Show or hide these keys
key-escape = Open or close the menu
pause-title = Game paused
pause-resume = Resume
pause-save = Save …
pause-menu = Go to the menu
pause-menu-note = The game is kept as it stands. You can go on any time.
pause-quit = Quit

## Menu

menu-motto = A negotiation between capitals
menu-levels = Levels
menu-facts =
    { $parties ->
        [one] { $parties } party
       *[other] { $parties } parties
    } · { $rounds ->
        [one] { $rounds } round
       *[other] { $rounds } rounds
    }
menu-broken = Cannot be played
menu-broken-summary =
    { $count ->
        [one] One error in this file
       *[other] { $count } errors in this file
    }
menu-broken-title = { $file } cannot be played
menu-broken-lead = The other levels are not affected. Mend the file, then open this menu again.
menu-broken-more =
    { $count ->
        [one] And one more error
       *[other] And { $count } more errors
    }
menu-fault-help = What to do: { $help }
menu-no-levels = There are no levels
menu-no-levels-lead = Put level files into the levels folder of your data folder.
menu-party = Your party
menu-rules = Rules
menu-difficulty = Opponents
menu-casting = Characters
menu-casting-plain = None
    .note = The seed draws what sets one opponent apart from another.
menu-casting-dealt = Dealt
    .note = Each opponent has another character. The seed deals them.
menu-knowledge = Knowledge
menu-seed = Seed
menu-seed-note = The same seed, party and choices give the same game.
menu-another-seed = Another seed
menu-unfold = Change how it is played
menu-fold = Show less
menu-start = Start
menu-start-broken = This level cannot be played until its file is mended.
menu-start-no-rules = No rule book of this level could be read.
menu-book-trouble = Rule books that could not be read
menu-quit = Quit
key-menu-start = Start the game
key-menu-seed = Another seed

difficulty-newcomer = Newcomer
    .note = They concede evenly from the first day, and look at nothing but their own figures.
difficulty-diplomat = Diplomat
    .note = They learn what you want, offer what serves both, and concede as time runs out.
difficulty-envoy = Envoy
    .note = They concede late, and make the most of the last word.
difficulty-strategist = Strategist
    .note = They play the game out in their heads before they move.
knowledge-transparent = Transparent
    .note = You see everyone’s exact figures.
knowledge-advisor = Advisor
    .note = You see your own figures, and estimates of the others.
knowledge-sealed = Sealed
    .note = You see your own figures only.

## Brief

brief-aims = What you want
brief-calendar = The calendar
brief-you-sit = You meet { THE($parties) }
brief-no-deal = Your no-deal value
brief-no-deal-note = Your score if nothing more is signed.
brief-mandate = Your mandate, which nobody else sees
brief-percent = ×{ $percent } %
brief-red-lines = You may never sign
brief-no-red-lines = It has no red lines: you may sign anything.
brief-red-line = { $issue }: { $options }
brief-home = At home
brief-support = Support
brief-support-note = Of 100. Pacts, backing, shortages and events move it; votes depend on it.
brief-floor = The government falls below
brief-floor-note = If support ends a round below this, you act no more.
brief-capital = Political capital
brief-stock = Stock of { $resource }
brief-begin = To the news
rounds-of-cover =
    { $rounds ->
        [1] 1 round
       *[other] { $rounds } rounds
    }

## A chamber

house-caption = of { $seats } · needs { $quorum }
house-spoken = { $house }: { $yes } of { $seats } for, { $quorum } needed. { $outcome }
house-spoken-government = { $house }: the government has { $count } of { $seats } seats, and { $quorum } are needed.
house-spoken-plain = { $house }: { $seats } seats, and { $quorum } are needed.
house-government = { $bloc } (government)
house-short =
    { $count ->
        [one] The government is one vote short.
       *[other] The government is { $count } votes short.
    }

## News

news-quiet-first = Nothing new today. The talks begin.
news-quiet = Nothing new today. The talks go on.
news-moves = In force from today, as announced
news-moved = { $issue }: { $was } → { $now }
news-points = { $party }, { $interest }: { $change } points
news-support = { $party }, support at home: { $change }
news-no-table = Nobody sits together at this stop: offers go by cable.
news-stand = Where you stand
news-no-deal = If nothing more is signed
news-no-deal-note = It was { $was }: { $change } since then.
news-stock = { $resource } in { THE($party) }
news-short = Short
news-cables = Cables to answer
news-cables-note = Offers that came by cable in the last round. Answer them in the talks.
news-force = In force today
news-then = { $now }, then { $then }
news-coming = { $option } comes in round { $round } unless a pact settles it{ $averts ->
        [0] .
       *[other] , or { THE($parties) } sign anything.
    }
news-held = A pact of { THE($parties) } settles it.
news-ready = To the talks
home-support = Support at home
home-spoken = { $party }: support { $support } of 100; the government falls below { $floor }
home-fallen = This government has fallen. What it signed stands.
home-fallen-short = fallen

## Pacts

pact-named = “{ $headline }”
pact-between = the pact of { THE($parties) }
term = { $issue }: { $option }
pact-plain = A pact without a headline
credit-share = { $party } { $share } %
credit-split = Credit: { $shares }

## Votes

votes-title = The vote at home
votes-lead = A pact takes effect only if every chamber that votes on it passes it.
votes-between = { $parties }
votes-between-others = { $parties }. The issues are public now, the terms at the reckoning.
votes-pact-passed = Ratified
votes-pact-failed = Void
votes-passed =
    { $count ->
        [0] Passed with no vote to spare
        [one] Passed with one vote to spare
       *[other] Passed with { $count } votes to spare
    }
votes-failed =
    { $count ->
        [one] Refused: one vote short
       *[other] Refused: { $count } votes short
    }
votes-of = { $yes } of { $seats }
votes-forecast = Forecast before the vote
votes-range = Between { $low } and { $high }, as chance would have it.
votes-chances = Chance that it would pass
votes-chances-note = Of all the swings that chance could give.
votes-in-hundred = { $chances } in 100
votes-difference = Against the forecast
votes-pivotal = Pivotal bloc
votes-pivotal-note = The bloc with the most votes to win or lose.
votes-terms-later = No forecast: you did not sign this pact.
votes-base = Before the pact was known: { $net }
votes-terms = Terms: { $net }
votes-backing = Public backing: { $net }
votes-lobbying = Lobbying: { $net }
votes-mood = Trust and support: { $net }
votes-swing = Chance: { $net }
votes-net = Attitude to the pact: { $net }

## Reckoning

reckoning-title = Reckoning of round { $round }
reckoning-you-fell = Your government has fallen. From here on you watch.
reckoning-nothing = No pact was signed this round.
reckoning-in-force = In force from today: { $parties }
reckoning-void = Refused at home, so nothing of it holds: { $parties }
reckoning-measures = What each party did alone
reckoning-moved = Moved { $issue } to { $option }
reckoning-not-moved = Wanted to move { $issue }, but something else had closed the way
reckoning-accounts = What it brought
reckoning-points = { $change } { $interest }
reckoning-points-note = Points before anyone’s mandate weighs them.
reckoning-support = { $change } support
reckoning-support-note = Support at home, of 100.
reckoning-stand = Your score, if nothing more is signed
reckoning-stand-last = Your score
reckoning-your-score = In all
reckoning-their-score = { $party } in all
reckoning-trust = Trust
reckoning-trust-in = { $of } in { $towards }
reckoning-trust-note = Of 100: will they keep their word.
reckoning-next = On to the next round
reckoning-result = To the debrief

## Why figures moved

cause-ratified = { $pact } ratified
cause-failed = { $pact } refused at home
cause-backing = Backed in public: { $issue }
cause-shortage = Shortage: { $resource }
cause-drift = The mood at home
cause-flow = { $issue }: { $option }
cause-collapse = The government fell
cause-credit = Credit for { $pact }

## Decisions at Reckoning

decision-place = { $place } · reckoning of round { $round }
decision-on = The reckoning goes on.
decision-waiting = { CAPITAL(THE($party)) } decides.
decision-answers = Your answers
decision-give = Give this answer
decision-choose = Choose an answer first.
decision-so-far = At this reckoning so far
decision-pool = Free to place
decision-freed = Freed this round
decision-placed = Placed so far
decision-paid = Cash paid to { THE($party) }
decision-none = No project this round
decision-none-about = The money stays free for later rounds.
decision-none-last = There is no later round: the money stays unspent.
decision-put = Put the money into { $project }
decision-too-large = It takes { $size }, and { $pool } is free.
decision-runs = runs from { $stop }
decision-runs-late = runs only after the last round
decision-cash = pays { $cash } a round, now { $share } % to { THE($host) }
decision-when-placed = When it is placed: { $interest }
decision-when-runs = When it begins to run: { $interest }
decision-own-cash = Your cash until the end
decision-pass = Let it pass
decision-pass-about = { CAPITAL(THE($party)) } places the project.
decision-object = Object
decision-object-about = { CAPITAL(THE($party)) } may give way, or overrule you at a price in your trust.
decision-if-overruled = If overruled: { $label }
decision-block = Block it
decision-block-about = Nothing is placed this round. { CAPITAL(THE($party)) } cannot overrule you; the money stays free.
decision-give-way = Give way
decision-give-way-about = Nothing is placed this round, as { THE($party) } asked. The money stays free.
decision-overrule = Overrule the objection
decision-overrule-about = The project is placed. { CAPITAL(THE($party)) } trusts you less.
decision-promise = Owed to { THE($parties) }: { $term }.
decision-keep = Keep it
decision-keep-about = The term stays in force, and the promise is done.
decision-delay = Put it off
decision-delay-about = Due again in { $stop }. A promise is put off once at most; the term stays in force.
decision-break = Break it
decision-pact = The pact
decision-supposes = This supposes the best project in every round; the answers count against no project.
decision-term-ended = { $term } (ended)
decision-carry-out = Carry it out
decision-carry-out-about = It hurts both, and the threat is over.
decision-back-down = Back down
decision-back-down-about = The threat is over and does not come back.
key-decision-give = Give the answer that is chosen
key-decision-number = Choose an answer by its number

## The map

map-flow = { $issue }: { $now }
map-drafted = { $issue }: { $now } → { $draft } · drafted
map-threatened = { $now } · { $threat } threatened for round { $round }
map-spoken = Map of the Pacific. { $flows }.
map-nothing = Map of the Pacific. Nothing flows between the parties.
