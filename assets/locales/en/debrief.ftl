### The debrief: an article and sheets of figures about a game that is over. Nobody is told of as "you": it is read by all.

## Sheets

# $rules is the rule book's name
debrief-about = { $rules } · { $rounds ->
        [one] { $rounds } round
       *[other] { $rounds } rounds
    } · seed { $seed }
debrief-tab-front = Front page
debrief-tab-frontier = Frontier
debrief-tab-turns = Turning points
debrief-tab-home = At home
debrief-tab-ledger = Ledger
debrief-tab-beliefs = Beliefs
debrief-tab-affirmation = Affirmation

## The front page

debrief-masthead = The Communiqué
debrief-dateline = { $place }, { $date } · after { $rounds ->
        [one] { $rounds } round
       *[other] { $rounds } rounds
    }

debrief-head-none = { $rounds ->
        [one] { $rounds } round of talks, and nothing signed
       *[other] { $rounds } rounds of talks, and nothing signed
    }
debrief-head-none-stands = Signed, but not for long: after { $rounds ->
        [one] { $rounds } round
       *[other] { $rounds } rounds
    } no pact stands
debrief-head-fallen = The government of { THE($parties) } falls
debrief-head-pays = { $party } gains most, and pays for standing with autonomy
debrief-head-all = Everyone signs, and { $party } gains most
debrief-head-all-none-gains = Everyone signs
debrief-head-some = { $signed } sign; { $outside } { $count ->
        [one] stays
       *[other] stay
    } outside

debrief-deck-trade = { CAPITAL(THE($party)) } { $sign ->
        [more] ends { $points } above what it had without a deal
        [less] ends { $points } below what it had without a deal
       *[same] ends just where no deal would have left it
    }. In its pacts it gave up { $autonomy } of autonomy while its standing rose by { $standing }{ $most ->
        [yes] : nobody at the table traded more of the one for the other.
       *[no] .
    }
debrief-deck-plain = Against no deal: { $list }.
debrief-party-points = { $party } { $points }

debrief-pact-headed = “{ $headline }”
debrief-pact-plain = the pact of { THE($parties) }
debrief-art-signed = In round { $round }, { $place }, { THE($parties) } signed { $pact }. { $terms }.
debrief-art-signed-plain = In round { $round }, { $place }, { THE($parties) } signed a pact. { $terms }.
debrief-art-passed = { $chamber } ({ $party }) passed it with { $yes } votes, { $quorum } needed.
debrief-art-refused = { $chamber } ({ $party }) refused it: { $yes } votes, { $quorum } needed.
debrief-art-backing = In { THE($party) } its public backing { $sign ->
        [less] cost { $count ->
            [one] one vote
           *[other] { $count } votes
        }
       *[more] was good for { $count ->
            [one] one vote
           *[other] { $count } votes
        }
    } in the forecast: { $with } with it, { $without } without, { $quorum } needed.
debrief-art-void = So the pact was void.
debrief-art-ended = Its terms have ended since.
debrief-art-unfinished = The game ended before it was voted on.
debrief-art-none = Nobody signed anything. { $offers ->
        [0] No offer was made.
        [one] One offer was made.
       *[other] { $offers } offers were made.
    }
debrief-art-outside = { CAPITAL(THE($party)) } had no part in { $pact }. What it would have without signing anything more { $sign ->
        [more] rose by { $points }
        [less] fell by { $points }
       *[same] stayed as it was
    }.
debrief-art-promises = Of the promises that fell due { $kept ->
        [0] none was kept
        [one] one was kept
       *[other] { $kept } were kept
    }, { $broken ->
        [0] none was broken by choice
        [one] one was broken by choice
       *[other] { $broken } were broken by choice
    }, and { $failed ->
        [0] none failed
        [one] one could not be delivered
       *[other] { $failed } could not be delivered
    }.
debrief-art-fallen = Fallen on the way: the government of { THE($parties) }.
debrief-art-made-of = Where it comes from, against no deal: { $list }.
debrief-art-made-of-party = { $party } { $gain }, of which pacts { $pacts } and all else { $rest }
debrief-art-no-zopa = There was no package of all from which nobody lost: whoever walked away from one gave nothing up.
debrief-art-no-zopa-found = No package of all from which nobody lost was found among those that were searched.
debrief-art-left = When the last talks began, one package of all still promised everyone at least what came out, and more together: { $terms }. Against what came out: { $more }. { $offered ->
        [yes] One offer had held all of its terms.
       *[no] No single offer held all of its terms.
    }
debrief-art-better = At the first decision one package promised everyone at least what it has now, and more together: { $terms }. Against what came out: { $more }. { $offered ->
        [yes] One offer held all of its terms.
       *[no] No single offer held all of its terms.
    }

## Questions and answers

debrief-q-agreed = What was agreed?
debrief-q-matters = Why does it matter?
debrief-q-gains = What does { THE($party) } gain?
debrief-q-next = What comes next?
debrief-agreed = { $count ->
        [one] One pact stands: { $pacts }.
       *[other] { $count } pacts stand: { $pacts }.
    }
debrief-agreed-pact = { $pact }, { $parties }, round { $round }
debrief-agreed-pact-plain = { $pact }, round { $round }
debrief-agreed-nothing = Nothing: no pact was signed.
debrief-agreed-nothing-stands = Nothing that lasts: what was signed no longer stands.
debrief-matters = { $sign ->
        [more] Together the parties gained { $points } over no deal
        [less] Together the parties lost { $points } against no deal, so no value was created
       *[same] Together the parties gained nothing over no deal, so no value was created
    }. At the first decision the best package from which nobody lost promised { $most } together{ $sign ->
        [more] ; what came out is { $share } of that
       *[other] { "" }
    }.
debrief-matters-no-pact = Together the parties ended { $points } above no deal, by measures, events and chance: no pact that stands created any value.
debrief-matters-nothing-there = { $sign ->
        [more] Together the parties gained { $points } over no deal
        [less] Together the parties lost { $points } against no deal
       *[same] Together the parties ended where no deal would have left them
    }. At the first decision no package of all promised any gain from which nobody lost.
debrief-against-no-deal = { $sign ->
        [more] It ends { $points } above no deal.
        [less] It ends { $points } below no deal.
       *[same] It ends where no deal would have left it.
    }
debrief-interest-change = { $interest } { $points }
debrief-gains-up = Up: { $list }.
debrief-gains-down = Down: { $list }.
debrief-fell = Its government fell.
debrief-next-nothing = No promise is left to fall due.
debrief-next-owed = { $count ->
        [one] One promise is still owed: { $list }.
       *[other] { $count } promises are still owed: { $list }.
    }
debrief-next-keep = What stands lasts as long as those who signed it keep it.

## Who kept what

debrief-kept = Who kept what
debrief-kept-no-deal = no deal
debrief-kept-outcome = outcome
debrief-kept-nash = Nash
debrief-kept-kalai = K–S
debrief-kept-best = most together
debrief-approximate = There are more than two million packages, so a part was searched: figures about them are approximate.
debrief-frontier-played = The frontier that was played against

## Charts

debrief-mark-outcome = outcome
debrief-mark-no-deal = no deal
debrief-mark-nash = Nash
debrief-mark-kalai = Kalai–Smorodinsky
debrief-mark-best = most together
debrief-mark-tip = { $mark }: { $list }
debrief-tip-offer = Offer of { THE($from) }, round { $round }: { $a } { $pa }, { $b } { $pb }
debrief-tip-signed = Offer of { THE($from) }, round { $round }, signed: { $a } { $pa }, { $b } { $pb }
debrief-axis-across = { $party }, points
debrief-axis-up = { $party }, points
debrief-axis-interest-across = { $interest }, points against no deal
debrief-axis-interest-up = { $interest }
debrief-chart-pair = { $a } across, { $b } up. { $marks }. Offers between them: { $offers }.
debrief-chart-all = A scale for each party. { $marks }.
debrief-chart-vote = { $house }: { $yes } of { $seats } for, { $quorum } needed. { $blocs }.
debrief-chart-affirmation = Autonomy across, standing up. { $marks }.
debrief-affirmation-tip = { $party } { $autonomy }, { $standing }
debrief-vote-seats = { $seats } seats
debrief-vote-needed = { $quorum } needed
debrief-vote-foreseen = foreseen { $low } to { $high }

## The frontier

debrief-frontier-about = Each dot is a package that all could have signed at the first decision, counted under the true mandates. The line joins those that no other beats for these two, whatever the rest have. Circles are offers, filled where they were signed, each counted as things stood when it was made; the dotted line follows them from no deal to the outcome. The outcome also holds what measures, events and chance did, so it may lie off the packages.
debrief-frontier-all = All parties at once
debrief-frontier-all-note = One scale for each party, and one line through them for each way to end. Faint lines are packages on the frontier from which nobody loses.
debrief-frontier-pair-note = { $a } across, { $b } up. Neither loses in { $packages } of { $all } packages.
debrief-rules = What rules would have picked
debrief-rules-corner = Score under
debrief-rule-no-deal = No deal
    .note = At the first decision, if nothing had ever been signed.
debrief-rule-outcome = Outcome
    .note = The final scores.
debrief-rule-nash = Nash
    .note = The largest product of gains. It compares nobody’s points with another’s.
debrief-rule-kalai = Kalai–Smorodinsky
    .note = The largest smallest share of what each could have gained at best.
debrief-rule-egalitarian = Egalitarian
    .note = The largest smallest gain. It takes points of different parties for comparable.
debrief-rule-utilitarian = Utilitarian
    .note = The largest sum of gains. It takes points of different parties for comparable.
debrief-rules-note = Each rule assumes something else, and none of them is the fair one. Where several packages tie, the first is shown.
debrief-nash-nobody = Nobody could gain without another’s loss, so the Nash solution is any package without a loss.
debrief-nash-those = Nowhere did all gain at once. The Nash solution multiplies the gains of as many as could: { THE($parties) }.
debrief-space = What there was to sign
debrief-space-packages = Packages: { $packages }.
debrief-space-zopa = Nobody loses in { $packages } of them (the ZOPA).
debrief-space-frontier = On the frontier: { $points } points, by { $packages } packages.
debrief-space-logrolling = The middle of every issue: { $middle } together; at best { $best }. { $above ->
        [no] What came out is below that middle.
       *[yes] What came out has gone { $share } of the way from the one to the other (the logrolling index).
    }
debrief-coalitions = Who could have done what alone
debrief-coalitions-note = The best pact of each group at the first decision, and what it would have changed for everyone.
debrief-coalitions-corner = Pact of

## Turning points

debrief-turns-about = { $count ->
        [one] The order that changed most.
       *[other] The { $count } orders that changed most, in order.
    } Below each: how the game would have ended with another order in its place. Opponents decide anew from what they then see, people do again what they did where they still can, and chance stays as it was.
debrief-turns-none = No single order changed anything: nothing was signed, nobody took a measure that counted, and no refusal gave away a package that was good for all its parties.
debrief-turn-when = Round { $round }, { $place }: { $party }
debrief-turn-did = { $party }: { $measure }.
debrief-turn-refused-terms = The offer: { $terms }.
debrief-turn-corner = Points
debrief-turn-pact = The pact changed
    .note = All that is put down to the pact from its signing on: terms, credit, votes that failed, promises.
debrief-turn-given-away = Given away
    .note = What the offer was worth over no deal then.
debrief-turn-measure = The measure changed
    .note = When it was revealed.
debrief-turn-answer = The answer changed
    .note = Until the next order.
debrief-turn-outcome = { $if }, the scores at the end would have been: { $scores }. { $count ->
        [0] No pact would stand.
        [one] One pact would stand: { $pacts }.
       *[other] { $count } pacts would stand: { $pacts }.
    }
debrief-turn-alike = { $if }, the scores at the end would have been the same, with pacts between the same parties.
debrief-turn-unfaithful = Opponents of this version do not play this game as it was played: differences count that too.
debrief-instead-accept = Had { THE($party) } accepted
debrief-instead-decline = Had { THE($party) } declined
debrief-instead-pass = Had { THE($party) } passed
debrief-instead-nothing = Had { THE($party) } done nothing
debrief-instead-answer = Had { THE($party) } answered “{ $reply }”
debrief-instead-no-project = no project this round
debrief-sources = What made the difference
debrief-sources-note = Every change in what each party would have if nothing more were signed, put down to what brought it.
debrief-sources-corner = Points
debrief-sources-total = Score less no deal
debrief-altogether = Altogether
debrief-source-measures = Measures of { THE($party) }
debrief-source-threat = Threat: { $threat }
debrief-source-projects = Projects: { $pledge }
debrief-source-world = Events, calendar and chance
debrief-source-collapse = Fall of the government of { THE($party) }

## At home

debrief-home-about = Each vote at home: yes votes bloc by bloc, the votes needed, and what was foreseen. Chance swings every bloc by the same amount.
debrief-home-none = No pact came to a vote at home.
debrief-vote = { $chamber } ({ $party }), round { $round }: { $pact }
debrief-vote-passed = Passed: { $yes } of { $seats } votes, { $quorum } needed
debrief-vote-refused = Refused: { $yes } of { $seats } votes, { $quorum } needed
debrief-vote-when-signed = When it was signed: { $yes } votes foreseen; by the forecast it { $chance }.
debrief-vote-just-before = Just before the vote: { $yes } votes foreseen; by the forecast it { $chance }. The bloc that decides: { $bloc }.
debrief-vote-swing = { $sign ->
        [same] Chance swung neither way.
       *[other] Chance swung every bloc by { $swing }.
    }
debrief-vote-bloc = Bloc
debrief-vote-yes = yes
debrief-vote-of = of
debrief-vote-net = net
debrief-price = The price of affirmation
debrief-price-none = No pact was signed with public backing in it that could have done without.
debrief-price-note = { $pact } when it was signed, with its public backing of { THE($party) } against the same pact without it.
debrief-price-corner = Points
debrief-price-score = Score
debrief-price-autonomy = Autonomy
debrief-price-votes = { $party }: { $with } votes with it ({ $chance }), { $without } without ({ $chance-without }), { $quorum } needed.
debrief-win-sets = Win-sets
debrief-win-sets-note = The share of packages that each chamber would have passed at the first decision if chance swung neither way: of all, and of those on the frontier from which nobody loses.
debrief-win-set-corner = Party
debrief-win-set-all = of all
debrief-win-set-frontier = of the frontier
debrief-win-set-pivotal = The bloc that decides most often: { $bloc }.
debrief-none = none

## The ledger

debrief-ledger = Every point of every score
debrief-ledger-about = What holds at the end, then what was booked on the way. The lines sum to the scores.
debrief-ledger-corner = Points
debrief-ledger-total = Score
debrief-ledger-booked = { $cause }, round { $round }
debrief-ledger-split = { $party }: { $list }
debrief-interests = By interest
debrief-interests-note = Against no deal at the first decision.
debrief-interests-corner = Points
debrief-changes = How it came about
debrief-changes-note = Every event that changed what somebody would have if nothing more were signed.
debrief-changes-corner = Event
debrief-changes-round = Round { $round }

## Beliefs

debrief-beliefs-about = What each seat had reason to believe of the others, from what was public and from all that it had seen them offer, refuse, say and do, against the truth. Figures are means over the mandates that it thought likely. Weights are multipliers of interests as they were believed at the end, 100 % being plain; nobody saw the mandates of others.
debrief-beliefs-open = In this game all figures were open to everyone.
debrief-beliefs-of = What { THE($party) } supposed
debrief-beliefs-mandate = { $party }: chance of its mandate, “{ $mandate }”, at first and at last
debrief-beliefs-odds = { $first } % → { $last } %
debrief-beliefs-weight = { $party }: weight of { $interest }
debrief-beliefs-no-deal = { $party }: no deal at the start
debrief-beliefs-gain = { $party }: gain from { $pact } when it was signed
debrief-beliefs-supposed = supposed
debrief-beliefs-true = true
debrief-beliefs-difference = difference
debrief-percent = { $percent } %
debrief-weighs = { $interest } { $percent } %
debrief-mandates = The mandates, opened
debrief-mandate = { $party }: { $mandate }
debrief-red-line = Red line, { $issue }: { $options }

## Affirmation

debrief-affirmation = Autonomy traded for affirmation
debrief-affirmation-note = Left: freedom of action given up. Up: standing gained. Against no deal, change by change.
debrief-affirmation-about = Leaders under pressure at home trade autonomy for affirmation. This is what each party gave up of the one and gained of the other, from where no deal would have left it at the first decision.
debrief-affirmation-table = What it comes from
