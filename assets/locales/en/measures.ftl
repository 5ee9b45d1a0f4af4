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
measures-theirs = No deal of { $party }
measures-attitude = Attitude
measures-lobby-about = { $seats } votes. The effect fades by { $fade } a round.
measures-build-about = Stock from { $from } to { $to } rounds.
measures-fund-about = Adds { $adds } rounds of supply each round, from round { $round } on.
measures-fund-late = It would begin to supply after the last round.
measures-chances-change = { $from } in 10 → { $to } in 10
measures-chances = { $chances } in 10
measures-pact = Pact with { $parties }
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
key-measures-step = Go to the next or the last measure
key-measures-nothing = Choose to do nothing
