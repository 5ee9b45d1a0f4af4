### What could be answered to a draft or an offer. Nothing here is certain but the reader's own figures.

## What is answered

counter-draft = Your draft, with { THE($parties) }:
counter-offer = { $offer }, with { THE($parties) }:
counter-take = What it would take
counter-take-note = Of what they are believed to accept and gives you no more than this, the best for you; if there is none, the least above it.
counter-give = What they would give
counter-give-note = Of what they are believed to accept, the best for you.
counter-balance = Balance
counter-balance-note = The fewest changes by which all are believed to gain.
counter-best = Best for all
counter-best-note = The largest product of gains, as they are believed to be.

counter-said = { $goal }. { $answer }

## The answers

counter-answer = { $number }: { $goals }. { $changes }
counter-note = { $goal }: { $note }
counter-changed = Changed: { $changes }.
counter-changed-count = { $count } terms changed.
counter-same = As it stands, nothing changed.
counter-own = Worth { $total } to you, { $change } against this.
counter-chance =
    { $chance ->
        [sure] { CAPITAL(THE($party)) } is believed to take it now.
        [low] { CAPITAL(THE($party)) } is believed to take it now less than 1 time in 10.
        [one] { CAPITAL(THE($party)) } is believed to take it now 1 time in 10.
       *[some] { CAPITAL(THE($party)) } is believed to take it now { $times } times in 10.
    }
counter-none = { $goal }: nothing.
counter-nothing = Nothing.

## What the figures are

counter-believed = What others would take is a belief, from what is publicly known and what they have said and done.
counter-sampled = There are too many packages to look at all, so this is approximate.
counter-clauses = Clauses are left out: nothing here has any.
counter-how = Type “explore” and a number to take one into your draft.
counter-range = The list goes from 1 to { $count }; type “explore” to read it.
counter-unlisted = Nothing has been explored here yet; type “explore” to read what could be answered.
counter-usage = Your draft is empty. Set something, or type: explore offer NUMBER
counter-closed = You can settle nothing with { THE($parties) } now.

## Why nothing works

counter-blocked-chamber = No package that all gain from would pass at home { $times } times in 10, and no opponent signs for less. Of the one that comes nearest: { $forecast }
counter-blocked-line =
    { $you ->
        [yes] All would gain from something, but your mandate forbids { $term }.
       *[no] All would gain from something, but { THE($party) } has said that it never signs { $term }.
    }
counter-blocked-own = Nothing that could be signed here gives you more than no deal.
counter-blocked-loss = { CAPITAL(THE($party)) } is believed to gain from nothing that gives you more than no deal.
counter-blocked-unheard = Nothing is known of what { THE($party) } wants: figures are sealed, and it has asked for nothing yet.
counter-blocked-unwilling = All would gain from something, but it is not believed to be signed now.

## What is behind a refusal

counter-refused-ask = What { THE($party) } asks for: { $fix }
counter-refused-fix = Cheapest fix for { THE($party) }, as it is believed to be: { $fix }
counter-refused-forbidden = Your own mandate forbids it.
