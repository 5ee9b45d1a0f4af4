### Measures: what a party does alone in a round.

measures-title = What you do alone
measures-lead = Each party picks at most one measure, in secret. All are revealed together, before the votes.
measures-wait = Wait
measures-move = Move an issue that you control
measures-lobby = Lobby at home
measures-supply = Supply
measures-nothing = Do nothing
measures-build = Build stock: { $resource }
measures-fund = Fund capacity: { $resource }
measures-cost =
    { $cost ->
        [0] Free of charge
       *[other] Costs { $cost } political capital
    }
measures-from-to = From { $from } to { $to }
measures-you = Your no deal
measures-theirs = No deal of { THE($party) }
measures-attitude = Attitude
measures-lobby-about = { $seats } votes. The effect fades by { $fade } a round.
measures-build-about = Stock from { $from } to { $to } rounds.
measures-fund-about = Adds { $adds } rounds of supply each round, from round { $round } on.
measures-fund-late = It would begin to supply after the last round.
measures-chances-change = { $from } in 10 → { $to } in 10
measures-chances = { $chances } in 10
measures-pact = Pact with { THE($parties) }
measures-no-vote = no vote needed
measures-not-yours = not yours
measures-capital = Political capital
measures-pacts = Signed this round
measures-pacts-note = Chances that your chamber passes it. Effects of measures are counted as if these pacts pass.
measures-your-choice = Your choice
measures-take = Take this measure
measures-do-nothing = Do nothing
measures-waiting = You have chosen. The others are choosing.
measures-closed = Not open.

key-measures-take = Take the measure that is chosen
key-measures-nothing = Choose to do nothing

## Threats

measures-threat-against = Against you, from { THE($by) }: { $threat }
measures-threat-own = Your threat against { THE($against) }: { $threat }
measures-threat-between = Between { THE($by) } and { THE($against) }: { $threat }
measures-signal = Signal it
measures-signal-about = Say that it could come to this. A demand and a deadline can follow, a rung a round.
measures-demand = Demand: { $demand }
measures-demand-about = In force now: { $now }.
measures-demand-worth = Figures: if it is met and nothing else changes.
measures-deadline = Set a deadline
measures-deadline-about = It would come at the reckoning of { $stop }. Then you carry it out or back down.
measures-back-down = Back down
measures-back-down-about = The threat is over and does not come back.
measures-mediate = Mediate
measures-mediate-about = You step in between the two. It costs both less to give way.
measures-mediated = For you, if it is not carried out
measures-if-backs-down = If { $party } { $party ->
        [you] back
       *[other] backs
    } down
measures-if-gives-in = If { $party } { $party ->
        [you] give
       *[other] gives
    } in

ladder-signal = Signal
ladder-demand = Demand
ladder-deadline = Deadline
ladder-carried-out = Carried out
ladder-past = passed
ladder-now = now
ladder-next = next
ladder-ahead = ahead
ladder-unknown = –
ladder-backs-down = { $party ->
        [you] If you back down
       *[other] If { THE($party) } backs down
    }
ladder-gives-in = { $party ->
        [you] If you give in
       *[other] If { THE($party) } gives in
    }
ladder-spoken = { $rung }, { $place }. { $first }: { $by }. { $second }: { $against }.
ladder-others = Carried out, for { THE($party) }
ladder-not-made = Not made. { CAPITAL(THE($party)) } knows nothing of it yet.
ladder-met = Over: the demand was met.
ladder-backed-down = Over: its maker backed down.
ladder-was-carried-out = Over: it was carried out.
ladder-met-by = What meets it
ladder-fact = { $name }: { $what }
ladder-term = { $issue }: { $option }
ladder-due = Deadline
ladder-due-at = reckoning of { $stop }
ladder-mediator = Mediator
ladder-halves = { $party }: both costs are { $percent } % less

## Words that are broken

measures-snap-back = Withdraw after a breach
measures-snap-back-note = Free of standing and trust, for as long as your side of the pact stands.
measures-snap-back-pact = Withdraw your side of { $pact }
measures-snap-back-about = The right comes from the breach by { THE($party) }. { $changes }.
measures-break = Break your word
measures-break-note = Your side of a pact goes back to what it was before. It costs standing, and the trust of all who hear of it.
measures-break-issue = Break: { $issue }

## What a decision weighs

weigh-estimate = { $label } (est.)
weigh-for = For { THE($party) }
weigh-trust = Trust of { THE($of) } in { THE($towards) }
weigh-change = { $issue }: { $from } → { $to }
weigh-terms = What ends, for you
weigh-standing = Your standing
weigh-in-all = In all, for you
weigh-backed = Higher by { $percent } %, since the pact gave { $backing }.
weigh-not-backed = The pact gave no public backing that would raise it.
weigh-if-withdrawn = If { THE($party) } withdraws
weigh-if-withdrawn-note = In all, for you, if it takes back its side as well.
weigh-may-withdraw = { CAPITAL(THE($party)) } may then withdraw { $issues } free of cost.
weigh-last-round = It is the last round: nobody can withdraw in answer.
weigh-nothing-to-withdraw = The others have nothing to withdraw in answer.
weigh-nothing-moves = Nothing in force changes
