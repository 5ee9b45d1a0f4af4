### What has happened, what is asked and what is judged, in sentences. The window and the terminal use the same ones.
### $you is "yes" where the sentence is about the reader; then $who and $whom are "you". Sentences get their capital letter by themselves.

## Parties and lists

tell-you = you
tell-unknown = something unknown
tell-list-and = { $first } and { $last }
tell-list-or = { $first } or { $last }
tell-list-comma = { $first }, { $rest }
tell-list-then = { $first }; { $rest }
tell-nobody = nobody

## Terms and figures

tell-term = { $issue }: { $option }
tell-term-change = { $issue }: { $option }, now { $now }
tell-no-terms = no terms
tell-worth = { $figure ->
        [1] { $points } point
       *[other] { $points } points
    }
tell-credit-share = { $party } { $share } %
tell-credit = Credit: { $shares }
tell-headline = Headline: { $text }

## Offers and pacts

tell-offer-known = offer { $number }
tell-offer-unknown = an offer
tell-offer-how = { $way ->
        [cable] { CAPITAL(THE($who)) } sent { $offer } by cable to { THE($whom) }, open until the next round ends
       *[table] { CAPITAL(THE($who)) } made { $offer } to { THE($whom) }, open until this round ends
    }
tell-offer = { $how }. { $terms }.
tell-offer-answer = { $how }, in answer to { $answered }. { $terms }.
tell-pact = pact { $number } of { THE($parties) }
tell-pact-unknown = pact { $number }

## What happened

tell-opened = The game begins.
tell-opened-own = The game begins. Your mandate: { $mandate }. { $about }
tell-opened-all = The game begins. Mandates: { $mandates }.
tell-mandate-of = { $party }: { $mandate }
tell-round = Round { $round } of { $rounds }: { $place }, { $date }.
tell-round-plain = Round { $round } of { $rounds }.
tell-moved-schedule = As announced, { $issue } went from { $from } to { $to }.
tell-moved-alone = { CAPITAL(THE($who)) } moved { $issue } from { $from } to { $to } alone.
tell-happened = News: { $headline }. { $about }
tell-booked-gain = { CAPITAL(THE($who)) } gained { $points } in { $interest }: { $cause }.
tell-booked-loss = { CAPITAL(THE($who)) } lost { $points } in { $interest }: { $cause }.
tell-support-rose =
    { $you ->
        [yes] Your home support rose from { $from } to { $to }: { $cause }.
       *[no] Home support of { THE($party) } rose from { $from } to { $to }: { $cause }.
    }
tell-support-fell =
    { $you ->
        [yes] Your home support fell from { $from } to { $to }: { $cause }.
       *[no] Home support of { THE($party) } fell from { $from } to { $to }: { $cause }.
    }
tell-capital-rose =
    { $you ->
        [yes] Your political capital rose from { $from } to { $to }.
       *[no] Political capital of { THE($party) } rose from { $from } to { $to }.
    }
tell-capital-fell =
    { $you ->
        [yes] Your political capital fell from { $from } to { $to }.
       *[no] Political capital of { THE($party) } fell from { $from } to { $to }.
    }
tell-stock = { $resource }, { $party }: the stock is worth { $now } rounds of use, after { $before }.
tell-stock-short = { $resource }, { $party }: the stock has run out, and this round is short.
tell-capacity = { $resource }, { $party }: new capacity at home is funded and supplies from round { $round } on.
tell-talks = Talks begin.
tell-turn =
    { $you ->
        [yes] It is your turn.
       *[no] It is the turn of { THE($party) }.
    }
tell-accepted = { CAPITAL(THE($who)) } accepted { $offer }.
tell-declined = { CAPITAL(THE($who)) } declined { $offer }.
tell-declined-because = { CAPITAL(THE($who)) } declined { $offer }: { $reason }
tell-withdrawn = { $offer } was taken back.
tell-expired = { $offer } ran out.
tell-spoke = { CAPITAL(THE($who)) } said: “{ $statement }”
tell-passed = { CAPITAL(THE($who)) } passed.
tell-signed = { CAPITAL(THE($parties)) } signed pact { $number } on { $issues }.
tell-signed-terms = { CAPITAL(THE($parties)) } signed pact { $number }. { $terms }.
tell-signed-said = { $signed } { $communique }.
tell-measures = Now everyone picks what to do alone.
tell-picked = { CAPITAL(THE($who)) } picked a measure.
tell-picked-known = { CAPITAL(THE($who)) } picked a measure: { $measure }.
tell-revealed =
    { $you ->
        [yes] Your measure: { $measure }.
       *[no] Measure of { THE($party) }: { $measure }.
    }
tell-lobby = { $bloc }, { $party }: lobbying now adds { $net } to its attitude.
tell-voted-passed = { $chamber }, { $party }: yes to { $pact }, { $yes } of { $seats }, { $quorum } needed.
tell-voted-failed = { $chamber }, { $party }: no to { $pact }, { $yes } of { $seats }, { $quorum } needed.
tell-bloc-vote = { $bloc }: { $yes } of { $seats }
tell-voided = { $pact } is void. It was refused at home by { $refused }.
tell-in-force = { $pact } is in force. { $terms }.
tell-trust-rose = Trust of { THE($of) } in { THE($towards) } rose from { $from } to { $to }.
tell-trust-fell = Trust of { THE($of) } in { THE($towards) } fell from { $from } to { $to }.
tell-backed = { CAPITAL(THE($who)) } received public backing, { $option }, at fragility { $fragility } of 100.
tell-collapsed =
    { $you ->
        [yes] Your government fell. You act no more; what you signed stands.
       *[no] The government of { THE($party) } fell. It acts no more; what it signed stands.
    }
tell-round-ended = Round { $round } ended.
tell-ended = The game is over.

## Why something happened

tell-cause-happening = { $headline }
tell-cause-ratified = { $pact } was ratified
tell-cause-failed = { $pact } failed at home
tell-cause-backing = public backing
tell-cause-shortage = a shortage of { $resource }
tell-cause-drift = the mood at home
tell-cause-flow = a round of { $term }
tell-cause-collapse = the government fell
tell-cause-credit = credit for { $pact }
tell-cause-project = { $project } ({ $pledge })
tell-cause-cash = cash from { $pledge }
tell-cause-breach = { $pact } was broken on { $issue }
tell-cause-undelivered = { $issue } could not be delivered under { $pact }
tell-cause-carried-out = “{ $threat }” was carried out
tell-cause-backed-down = { THE($who) } backed down from “{ $threat }”
tell-cause-gave-in = { THE($against) } gave in to “{ $threat }”
tell-cause-mediation = mediation over “{ $threat }”

## What a party can ask for

tell-command-propose = Propose to { THE($whom) }: { $terms }
tell-command-counter = Counter { $offer } to { THE($whom) }: { $terms }
tell-command-accept = Accept { $offer }
tell-command-decline = Decline { $offer }
tell-command-decline-because = Decline { $offer }: { $reason }
tell-command-withdraw = Take back { $offer }
tell-command-speak = Say: “{ $statement }”
tell-command-pass = Pass
tell-command-answer = Answer
tell-command-time = Time is up

## What a party does alone

tell-measure-nothing = Do nothing
tell-measure-move = Move { $issue } from { $from } to { $to }
tell-measure-lobby = Lobby { $bloc }
tell-measure-stock = Build stock of { $resource }
tell-measure-capacity = Fund capacity at home for { $resource }
tell-measure-signal = Signal a threat to { THE($against) }: “{ $threat }”
tell-measure-demand = Demand { $demand } of { THE($against) } under the threat “{ $threat }”
tell-measure-deadline = Set { THE($against) } a deadline, { $stop }, for { $demand }: “{ $threat }”
tell-measure-back-down = Back down from “{ $threat }”
tell-measure-mediate = Mediate between { THE($who) } and { THE($against) } over “{ $threat }”
tell-measure-break = Break { $pact } on { $issue }: back to { $to }
tell-measure-snap-back = Withdraw from { $pact } after the breach: { $issues }
tell-measure-cost = { $measure } ({ $costs })

## What is said

tell-says-priority = What matters most to us: { $issue }.
tell-says-wants = We want { $term }.
tell-says-refuses = We will not sign { $term }.
tell-says-nothing-works = We can sign nothing with { THE($whom) } now. { $reason }

## Why an offer is refused

tell-reason-red-line = Our mandate forbids { $term }.
tell-reason-chamber = Our chamber: { $chance }. { $bloc } decides.
tell-reason-worse = It is worse for us than no deal.
tell-reason-little = It is not enough yet.
tell-reason-little-ask = It is not enough yet. What would help most is { $term }.
tell-reason-no-gain = There is nothing left to gain.
tell-reason-not-here = It cannot be signed here and now.

## Why something cannot be done, and what helps

tell-refusal = { $what } { $help }
tell-refusal-over = The game is over.
    .help = Look at the result, or start another game.
tell-refusal-phase = This is not the time for it.
    .help = Talks come first, then measures; wait for the right part of the round.
tell-refusal-turn = It is another party's turn.
    .help = Wait until the others have acted.
tell-refusal-done = You are done for this part of the round.
    .help = It goes on when the others are done, or when a new offer reaches you.
tell-refusal-collapsed = The government has fallen and acts no more.
    .help = Watch how the others go on.
tell-refusal-stale = Something happened that you had not seen.
    .help = Nothing was done. Read what is new, then decide again.
tell-refusal-unknown = There is no such thing in this level.
    .help = Choose from what the level has.
tell-refusal-parties = A proposal needs its maker and at least one other party that still acts.
    .help = Choose with whom you want to sign; a counter goes to the parties of the offer.
tell-refusal-empty = The package sets nothing.
    .help = Set at least one issue.
tell-refusal-idle = { $issue }: this is in force already.
    .help = Choose another option or leave the issue out.
tell-refusal-consent = { $issue }: { THE($parties) } must all sign.
    .help = Bring them in or leave the issue out.
tell-refusal-held = { $issue }: { $pact } holds it.
    .help = Bring in everyone who signed it, or leave the issue out.
tell-refusal-reserved = { $issue }: a pact signed this round has reserved it.
    .help = Leave it out until the next round.
tell-refusal-in-person = { $issue }: this is settled only face to face.
    .help = Wait for a stop where all who sign sit together, or leave it out.
tell-refusal-red-line = The mandate forbids { $term }.
    .help = Choose another option or leave the issue out.
tell-refusal-together = These hold only together: { $terms }.
    .help = Take all of them or none.
tell-refusal-exclusive = Only one of these may change from its start: { $issues }.
    .help = Set the others back to their start in the same package, or leave them out.
tell-refusal-constraint = Options that hold only together are torn apart.
    .help = Take all of them or none.
tell-refusal-credit = The credit has to be a split of 100 among those who sign.
    .help = Leave it even, or make the shares add up to 100.
tell-refusal-headline = The headline does not fit the package.
    .help = Choose a headline about an issue that the package sets, or none.
tell-refusal-offers = You have made all your offers of this round.
    .help = Answer what is on the table, or pass.
tell-refusal-speeches = You have said all you can this round.
    .help = Make an offer, or pass.
tell-refusal-capital = You do not have the { $cost } political capital that it costs.
    .help = Capital comes in with each round.
tell-refusal-late = A cable sent now could not be answered any more.
    .help = Offers can go only to parties at the same table now.
tell-refusal-no-offer = There is no such offer to answer.
    .help = Answer an offer that is open and addressed to you.
tell-refusal-not-yet = A cable is answered in the round after it was sent.
    .help = Answer it next round.
tell-refusal-not-here = These parties do not sit together now, and will meet again.
    .help = Sign when you meet.
tell-refusal-not-controlled = { $issue }: you cannot move it that way alone.
    .help = Settle it in a pact.
tell-refusal-announced = { $issue }: an announced change binds it.
    .help = Settle it in a pact.
tell-refusal-not-in-play = { $issue }: this is not settled under this rule book.
    .help = Leave it out.
tell-refusal-no-clauses = This rule book has no clauses.
    .help = Leave the clauses out; the terms count at once.
tell-refusal-clauses =
    { $most ->
        [one] A package may have { $most } clause at most.
       *[other] A package may have { $most } clauses at most.
    }
    .help = Drop one.
tell-refusal-clause-term = { $issue }: there is a clause on it, but the package does not set it.
    .help = Set the issue or drop the clause.
tell-refusal-clause-fixed = { $issue }: no clause can stand on it. A word once given cannot be taken back, and what holds only together cannot go one by one.
    .help = Drop the clause.
tell-refusal-clause-twice = { $issue }: two clauses of the same kind stand on it.
    .help = Drop one of them.
tell-refusal-clause-circle = { $issue }: with this clause conditions would wait for each other in a circle.
    .help = Drop the clause, or let it look at another issue.
tell-refusal-clause-contradiction = { $issue }: with this clause the term would never count.
    .help = Drop the clause, or choose a condition that can come true later.
tell-refusal-clause-idle = { $issue }: this clause would change nothing.
    .help = Drop the clause, or choose a condition that is still open.
tell-refusal-entangled = { $issue }: with this clause a part of the score would hang on more than three issues.
    .help = Drop the clause, or let it look at another issue.
tell-refusal-not-asked = This is not what you are asked.
    .help = Choose one of the answers that are listed, once you are asked.
tell-refusal-no-project = The money freed does not pay for this project, or it is placed already.
    .help = Choose a project that is listed, or none this round.
tell-refusal-no-delay = A promise is put off once at most, and not past the last round.
    .help = Keep it or break it.
tell-refusal-no-rung = “{ $threat }” cannot go there now.
    .help = A threat goes from signal to demand to deadline, a rung a round; once it is over it does not come back.
tell-refusal-no-breach = Nobody else has broken a promise in { $pact }.
    .help = Keep your side, or break it at its price.
tell-refusal-nothing-back = There is nothing of yours to take back.
    .help = Only the last thing that was done can be taken back, and only by whoever did it.
tell-refusal-seen = This cannot be taken back: another party has seen it.
    .help = Think of an answer to what follows from it.
tell-refusal-telling = This cannot be taken back: it has led to what could not be known before.
    .help = Chance stays as it fell. Save before you decide, if you want to try both ways.
tell-refusal-no-measure = This measure is not open to you.
    .help = Choose one that is listed.

## What rules a package out

tell-blocked = { $what } { $help }
tell-blocked-cleared = { $what } Cleared by: { $changes }.
tell-change-leave = leaving out { $issue }

## What a package is worth

tell-line = { $cause }: { $points }
tell-line-no-deal = No deal
tell-line-credit = Credit for the pact
tell-line-columns = All terms together
tell-line-pledge = Projects of { $pledge }
tell-line-threat = Threat “{ $threat }”
tell-line-delivery = Doubt about a promise: { $issue }
tell-line-resource = Supply of { $resource }
tell-line-happening = Because of: { $headline }
tell-total-gain =
    { $you ->
        [yes] Worth { $total } to you, { $gain } more than no deal.
       *[no] Worth { $total } to { THE($party) }, { $gain } more than no deal.
    }
tell-total-loss =
    { $you ->
        [yes] Worth { $total } to you, { $gain } less than no deal.
       *[no] Worth { $total } to { THE($party) }, { $gain } less than no deal.
    }
tell-total-same =
    { $you ->
        [yes] Worth { $total } to you, the same as no deal.
       *[no] Worth { $total } to { THE($party) }, the same as no deal.
    }
tell-band = { $party }: from about { $low } to about { $high } points against no deal, by what is publicly known.
tell-gain = { $party } { $points }
tell-gain-about = { $party } about { $points }
tell-band-one = { $party }: { $low } points against no deal.

## Votes at home

tell-chance-sure = passes for certain
tell-chance-never = cannot pass
tell-chance-low = passes less than 1 time in 10
tell-chance =
    { $times ->
        [one] passes { $times } time in 10
       *[other] passes { $times } times in 10
    }
tell-share-all = all
tell-share-none = none
tell-share-low = less than 1 in 10
tell-share = { $tenths } in 10
tell-forecast = { $chamber }, { $party }: { $chance }. { $yes } of { $seats } votes, { $quorum } needed; between { $low } and { $high } by chance. { $bloc } decides.
tell-forecast-bloc = { $bloc }: { $yes } of { $seats } votes; attitude { $net }, of which base { $base }, terms { $terms }, backing { $backing }, lobbying { $lobbying }, mood { $mood }
tell-no-vote = { $party }: no vote at home is needed.

## What would help

tell-fix = { $change }. Worth { $worth } to { THE($whom) }; { $cost ->
        [gain] it brings { $asker } { $price }.
        [free] it costs { $asker } nothing.
       *[loss] it costs { $asker } { $price }.
    }
tell-fix-cost = { $change }; { $cost ->
        [gain] it brings { $asker } { $price }.
        [free] it costs { $asker } nothing.
       *[loss] it costs { $asker } { $price }.
    }
