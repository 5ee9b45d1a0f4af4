### What binds, in sentences: clauses, projects, promises and threats. The window and the terminal use the same ones.
### $you is "yes" where the sentence is about the reader; then $who and $against may be "you". Sentences get their capital letter by themselves.

## Clauses

tell-term-clauses = { $term }, { $clauses }
tell-clause = { $issue }: { $when }
tell-clause-effect = takes effect if { $test }
tell-clause-lapse = lapses if { $test }
tell-clause-until = until { $stop }
tell-test-option = { $issue } is { $options }
tell-test-before = { $issue } is { $last } or what comes before it in the list
tell-test-after = { $issue } is { $first } or what comes after it in the list
tell-test-between = { $issue } is { $first }, { $last } or what comes between them in the list
tell-test-pact = a pact of { THE($parties) } stands
tell-stop = round { $round } ({ $place })
tell-stop-plain = round { $round }

## Terms that take effect and end

tell-took-effect = A condition of { $pact } is met: { $change }.
tell-lapsed-condition = A condition of { $pact } is met, and a term lapses: { $change }.
tell-lapsed-sunset = A term of { $pact } has run its time: { $change }.
tell-lapsed-broken = { CAPITAL(THE($who)) } broke { $pact }: { $change }.
tell-lapsed-failed = { CAPITAL(THE($who)) } could not deliver under { $pact }: { $change }.
tell-lapsed-snap-back = { CAPITAL(THE($who)) } withdrew a term of { $pact } after a breach: { $change }.
tell-goes = { $issue } goes from { $from } to { $to }
tell-stays = { $issue } stays at { $to }

## Pledges and projects

# $sign stands before the figure, $unit after it
tell-money = { $sign }{ $amount } { $unit }
tell-money-sign = { $sign }{ $amount }
tell-project-choice = { $project }{ $named ->
        [yes] {" "}({ $sector })
       *[no] {""}
    }: takes { $size }; { $late ->
        [yes] it would run only after the last round
       *[no] it runs from { $stop } on
    }
tell-project-about = { $project }{ $named ->
        [yes] {" "}({ $sector })
       *[no] {""}
    }: takes { $size }; { $lead ->
        [0] it runs at once
        [one] it runs { $lead } round after it is placed
       *[other] it runs { $lead } rounds after it is placed
    }{ $pays ->
        [yes] {" "}and pays { $cash } a round
       *[no] {""}
    }.
tell-governance = { THE($selects) } selects; { $say ->
        [veto] { THE($other) } may block a project
        [consulted] { THE($other) } is consulted and may object
       *[nothing] { THE($other) } has no say
    }. { $changes ->
        [yes] Of the cash { THE($host) } gets { $before } % until { THE($funder) } has got back { $recovery } % of what was placed, then { $after } %
       *[no] Of the cash { THE($host) } gets { $after } %
    }.
tell-tranche = { $pledge } frees { $money } for projects.
tell-placed = { $size } of { $pledge } goes into { $project }; { $late ->
        [yes] it runs only after the last round
       *[no] it runs from { $stop } on
    }.
tell-paid = { $pledge } pays { $to_funder } to { THE($funder) } and { $to_host } to { THE($host) }.
tell-pledge-idle = { $pledge }: no money is freed yet.
tell-pledge-pool = { $pledge }: { $pool } is freed and not placed.
tell-pledge-placed = { $project }, { $size }: { $runs ->
        [yes] it runs
       *[no] { $late ->
            [yes] it runs only after the last round
           *[no] it runs from { $stop } on
        }
    }.
tell-pledge-paid = { $pledge }: paid so far { $to_funder } to { THE($funder) } and { $to_host } to { THE($host) }.

## Promises

tell-obligation = { $who }: { $what }. Due in { $stop }{ $delayed ->
        [yes] , put off once
       *[no] {""}
    }, under { $pact }.
tell-promised = { CAPITAL(THE($who)) } promised in { $pact }: { $what }. Due in { $stop }.
tell-delivered-owed =
    { $you ->
        [yes] You still owe: { $what }. Due in { $stop }.
       *[no] { CAPITAL(THE($party)) } still owes: { $what }. Due in { $stop }.
    }
tell-delivered-kept =
    { $you ->
        [yes] You kept your promise: { $what }.
       *[no] { CAPITAL(THE($party)) } kept its promise: { $what }.
    }
tell-delivered-delayed =
    { $you ->
        [yes] You put off your promise to { $stop }: { $what }.
       *[no] { CAPITAL(THE($party)) } put off its promise to { $stop }: { $what }.
    }
tell-delivered-broken =
    { $you ->
        [yes] You broke your promise: { $what }.
       *[no] { CAPITAL(THE($party)) } broke its promise: { $what }.
    }
tell-delivered-failed =
    { $you ->
        [yes] You could not keep your promise: { $what }. It was not by choice, so it costs standing and not trust.
       *[no] { CAPITAL(THE($party)) } could not keep its promise: { $what }. It was not by choice, so it costs standing and not trust.
    }
tell-delivered-released =
    { $you ->
        [yes] You do not owe this any more: { $what }.
       *[no] { CAPITAL(THE($party)) } does not owe this any more: { $what }.
    }

## Threats

tell-rung-signal = signal
tell-rung-demand = demand
tell-rung-deadline = deadline
tell-threat-no-demand = something not yet named
tell-threat-signal = { CAPITAL(THE($who)) } signalled a threat to { THE($against) }: “{ $threat }”.
tell-threat-demand = { CAPITAL(THE($who)) } demanded { $demand } of { THE($against) } under the threat “{ $threat }”.
tell-threat-deadline = { CAPITAL(THE($who)) } set { THE($against) } a deadline: { $demand } by { $stop }, or “{ $threat }”.
tell-mediated = { CAPITAL(THE($mediator)) } stepped in as mediator between { THE($who) } and { THE($against) }: “{ $threat }”.
tell-threat-met = { CAPITAL(THE($against)) } did what { THE($who) } demanded. The threat is over: “{ $threat }”.
tell-threat-backed-down = { CAPITAL(THE($who)) } backed down. The threat is over: “{ $threat }”.
tell-threat-carried-out = { CAPITAL(THE($who)) } carried out the threat “{ $threat }”.
tell-standing-signal = “{ $threat }”: { THE($who) } signalled it to { THE($against) }; no demand yet.
tell-standing-demand = “{ $threat }”: { THE($who) } demanded { $demand } of { THE($against) }; no deadline yet.
tell-standing-deadline = “{ $threat }”: { THE($who) } demanded { $demand } of { THE($against) } by { $stop }.
tell-standing-mediated = { $standing } Mediator: { $mediator }.
tell-ladder-now = Now ({ $rung }): backing down is { $down } for { THE($who) }; giving in is { $in } for { THE($against) }.
tell-ladder-next = Next rung ({ $rung }): backing down is { $down } for { THE($who) }; giving in is { $in } for { THE($against) }.
tell-ladder-carried-out = Carried out: { $changes }.
tell-ladder-due = A deadline set now comes in { $stop }.
tell-ladder-free = free
tell-party-change = { $party } { $change }

## What a party is asked at Reckoning

tell-ask-place =
    { $you ->
        [yes] { $pledge }: { $pool } is free. Which project do you put it into?
       *[no] { $pledge }: { $pool } is free. { CAPITAL(THE($party)) } chooses a project.
    }
tell-ask-object =
    { $you ->
        [yes] { CAPITAL(THE($selects)) } wants to put { $size } of { $pledge } into { $project }. Do you object?
       *[no] { CAPITAL(THE($selects)) } wants to put { $size } of { $pledge } into { $project }. { CAPITAL(THE($party)) } may object.
    }
tell-ask-block =
    { $you ->
        [yes] { CAPITAL(THE($selects)) } wants to put { $size } of { $pledge } into { $project }. Do you block it?
       *[no] { CAPITAL(THE($selects)) } wants to put { $size } of { $pledge } into { $project }. { CAPITAL(THE($party)) } may block it.
    }
tell-ask-overrule =
    { $you ->
        [yes] { CAPITAL(THE($other)) } objects to { $project }. Do you overrule it?
       *[no] { CAPITAL(THE($other)) } objects to { $project }. { CAPITAL(THE($party)) } may overrule it.
    }
tell-ask-deliver =
    { $you ->
        [yes] Your promise in { $pact } falls due: { $what }. What do you do?
       *[no] The promise of { THE($party) } in { $pact } falls due: { $what }.
    }
tell-ask-carry-out =
    { $you ->
        [yes] The deadline of your threat has come: “{ $threat }”. Do you carry it out, or back down?
       *[no] The deadline of a threat of { THE($party) } has come: “{ $threat }”.
    }

## What a party answers

tell-answered =
    { $you ->
        [yes] Your answer: { $reply }.
       *[no] Answer of { THE($party) }: { $reply }.
    }
tell-reply-cost = { $reply } ({ $costs })
tell-reply-place = { $project }
tell-reply-place-none = No project this round
tell-reply-object = Object to { $project }
tell-reply-block = Block { $project }
tell-reply-let-pass = Let { $project } pass
tell-reply-overrule = Overrule the objection to { $project }
tell-reply-give-way = Give way on { $project }
tell-reply-carry-out = Carry out “{ $threat }”
tell-reply-back-down = Back down from “{ $threat }”
tell-reply-keep = Keep it: { $what }
tell-reply-delay = Put it off to { $stop }: { $what }
tell-reply-break = Break it: { $what }
tell-reply-yes = Yes
tell-reply-no = No
tell-reply-plain-keep = Keep it
tell-reply-plain-delay = Put it off
tell-reply-plain-break = Break it

## What it costs

tell-cost-capital = costs { $cost } political capital
tell-cost-interest = { $points } in { $interest }
tell-cost-trust =
    { $you ->
        [yes] your trust { $change }
       *[no] trust of { THE($of) } { $change }
    }
tell-cost-none = free of cost in standing and trust
