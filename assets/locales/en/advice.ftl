### The advisor, in the terminal and at the table. No rule is called fair; each says what it assumes.

## What picks a package, and what that assumes

advice-own = Most for you
advice-own-note = Of what nobody loses by, the most for you. It assumes that they sign whatever is no worse for them than no deal; most hold out for more.
advice-nash = Nash
advice-nash-note = The largest product of gains. It assumes that no point of one party can be compared with a point of another.
advice-nash-those = Nash, for those who can gain
advice-nash-those-note = Nowhere do all gain at once: the largest product of the gains of as many as can. It assumes that no point of one party can be compared with a point of another.
advice-ks = Kalai–Smorodinsky
advice-ks-note = To each as large a share as can be of the most that it could gain. It assumes that what a party could hope for counts.
advice-egalitarian = Egalitarian
advice-egalitarian-note = The largest smallest gain. It assumes that a point is worth as much to one as to another.
advice-utilitarian = Utilitarian
advice-utilitarian-note = The largest sum of gains, whoever has them. It assumes that a point is worth as much to one as to another.

## In front of what a rule assumes, where several pick the same

advice-rule = { $rule }: { $note }

## Where there is none

advice-sealed = There is no advice in a sealed game: every seat knows its own figures only, and an advisor could only guess at theirs.
advice-closed = There is no advice on a pact with { THE($parties) } now: you can put no offer to them.
advice-closed-all = There is no advice now: you can put an offer to nobody.
advice-nothing = No package is known that gains you something and costs nobody else.

## What the figures are

advice-estimates = What it is worth to others is an estimate, from what is publicly known of their mandates.
advice-known = What it is worth to others is known in this game.
advice-passing = Each is a package by which nobody who signs loses against no deal, and that their chambers are likely to pass.
advice-plain = Each is a package by which nobody who signs loses against no deal.
advice-refused = Each is a package by which nobody who signs loses against no deal. None of those is likely to pass every chamber.
advice-left-out = Left out, because they have said that they would never sign it: { $terms }.
advice-left-out-term = { $term } ({ $party })
advice-searched = There are too many packages to look at all, so the best may be missing.

## At the table

advice-show = Show advice
advice-fold = Fold advice away
advice-show-note = What several rules would pick for these parties, and what would improve the draft. Figures of others are estimates.
advice-title = Advice on a pact with { THE($parties) }
advice-estimated = { $party } (est.)
advice-chamber = Passes your chamber
advice-chamber-of = Passes, { $party }
advice-chances = { $chances } in 10
advice-put = Put into draft
advice-put-named = Put into draft: { $rules }
advice-in-draft = This is the draft.
advice-change = Change draft
advice-change-named = Change draft: { $steps }
advice-draft = Your draft
advice-kind-shared = Better for you, worse for nobody
advice-kind-logroll = A trade across two issues
advice-kind-linkage = Brings about “{ $linkage }”
advice-step = { $step } ({ $gains })
advice-step-take = For you: { $step } ({ $gains })
advice-step-give = For them: { $step } ({ $gains })

## In the terminal

advice-with = On a pact with { THE($parties) }:
advice-pick = { $number }: { $rules }. { $terms }.
advice-changes = Changes of your draft:
advice-changes-none = No step or pair of steps is known that makes your draft better for you and worse for nobody.
advice-shared = { $number }: { $step }. { $gains }.
advice-logroll = { $number }: { $take } ({ $taken }), for { $give } ({ $given }). Together: { $gains }.
advice-linkage = { $number }: { $step }, which brings about “{ $linkage }”. { $gains }.
advice-how = Type “advise” and a number to take one into your draft.
advice-range = The list of advice goes from 1 to { $count }; type “advise” to read it.
advice-unlisted = Nothing has been advised here yet; type “advise” to read it.
