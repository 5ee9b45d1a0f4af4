### The analysis in the terminal, and the words of imported levels.

## What was looked at

cli-analyze-one-level = An analysis takes one level, or the files of one domain.
cli-analyze-saved-only = --at and --party are for saved games. A level and a domain are looked at as they begin.
cli-analyze-rules-kept = A saved game keeps the rule book that it was played with; leave --rules out.
cli-analyze-two = A pact takes at least two parties. Name another with --with.
cli-analyze-heading = { $title }. Rule book: { $rules }. What { THE($parties) } could sign.
cli-analyze-exact = Packages: { $packages }, all looked at.
cli-analyze-searched = There are more than two million packages, so { $packages } of them were searched: what follows is approximate. No package gives more than this: { $most }; nor more than { $together } to all of them together.
cli-analyze-of = { $party } { $value }
cli-analyze-party = { $party }: no deal { $none }; packages give from { $least } to { $most }.
cli-analyze-ideal = { $party }: at most { $ideal } where nobody loses.
cli-analyze-instead = { CAPITAL(THE($party)) } could have { $value } by a pact of two with { THE($other) } instead: its reservation value.

## The zone of agreement and the frontier

cli-analyze-zopa = Packages that leave nobody worse off than no deal (the ZOPA): { $packages }.
cli-analyze-zopa-instead = Packages that leave nobody worse off than its reservation value: { $packages }.
cli-analyze-zopa-pair = Packages that leave neither of { THE($parties) } worse off than no deal: { $packages }.
cli-analyze-frontier = Pareto frontier: { $points } points, given by { $packages } packages. Where nobody loses: { $rational-points } points, given by { $rational-packages } packages.

## What rules pick

cli-analyze-no-zopa = No package leaves everybody at least as well off as no deal, so the rules of bargaining theory pick none.
cli-analyze-nash-those = Nowhere do all gain at once. The Nash solution multiplies the gains of as many as can: { THE($parties) }.
cli-analyze-nash-nobody = Nobody can gain, so every package without a loss is a Nash solution.
cli-analyze-nash = Nash (largest product of gains)
cli-analyze-ks = Kalai–Smorodinsky (largest smallest share of what each could gain)
cli-analyze-egalitarian = Egalitarian (largest smallest gain)
cli-analyze-utilitarian = Utilitarian (largest sum of gains)
cli-analyze-pick =
    { $packages ->
        [one] { $rule }: { $values }. Package: { $terms }.
       *[other] { $rule }: { $values }. The first of { $packages } packages: { $terms }.
    }

cli-analyze-more =
    { $points ->
        [one] The same rule picks { $points } more point.
       *[other] The same rule picks { $points } more points.
    }

## Trading across issues

cli-analyze-middle = Gain of all together in the middle of every issue: { $middle }; at best: { $best }.
cli-analyze-logrolling = The Nash solution has { $share } of what trading across issues can add to the middle.
cli-analyze-no-logrolling = The parties weigh all issues alike, so there is nothing to trade across them.
cli-analyze-linkage = Gain of all together when issues are linked: { $linked }; when each is settled alone: { $single }; difference: { $surplus }.

## Coalitions

cli-analyze-coalition = { CAPITAL(THE($parties)) } alone could gain { $worth } together. It would change: { $effect }.
cli-analyze-coalition-least = { CAPITAL(THE($parties)) } alone could gain at least { $worth } together. It would change: { $effect }.
cli-analyze-shapley = Shapley value: { $values }.
cli-analyze-core = The core is not empty: the whole can be divided so that no coalition has more for itself.
cli-analyze-core-empty = The core is empty: however the whole is divided, some coalition has more for itself.
cli-analyze-nucleolus = Nucleolus: { $values }.
cli-analyze-prenucleolus = Prenucleolus: { $values }. Nothing can be divided that gives everyone what it has alone.

## Votes at home

cli-analyze-win-set = The chamber of { THE($party) } is as likely as not, or more, to ratify { $ratified } of { $packages } packages.
cli-analyze-win-frontier = Of the packages on the frontier where nobody loses, it would ratify { $ratified } of { $packages }.
cli-analyze-pivotal = Its votes turn on { $bloc }.

## Imported levels

cli-import-done = { $file }: level “{ $title }” with { $parties } parties, { $issues } issues and { $packages } packages.
cli-import-discount = The game has no discount factors; that of { $party }, { $discount }, was left out.
import-title = Imported domain
import-summary = An imported domain: { $parties } parties, { $issues } issues.
import-about = A domain for research on negotiation, with { $packages } packages. A pact settles all issues at once and takes everyone's signature; without one each party keeps its reservation value. The figures are the domain's own.
import-utility = Utility
import-not-agreed = Not agreed
import-stop = Talks
import-date = Day { $number }
import-source = The domain file
