### The encyclopedia: what is around its pages, and a page for each word of the game.

## Around the pages

pages-title = What words mean
# $name is a word, an issue or an interest
pages-about = About: { $name }
pages-search = Find a page
pages-search-hint = Type to find a page
pages-found-none = No page has that. Fewer letters find more.
pages-words = Words
pages-issues = Issues of this level
pages-interests = Interests of this level
pages-back = Back
pages-back-off = There is no page before this one.
pages-on = Forward
pages-on-off = There is no page after this one.
pages-kind-word = A word of the game
pages-kind-issue = An issue of { $level }
pages-kind-interest = An interest of { $level }
pages-formula = How it is worked out
pages-origin = Where the idea comes from
pages-see = See also
pages-this-sheet = Words on this sheet
pages-on-table = What is on the table

## Pages of issues and interests

pages-who = Who settles it
pages-given-by = Stands in the column of
pages-given-by-all = everybody
pages-controller = May be moved alone by
pages-alone = { $party }, towards { $option }
pages-nobody = nobody
pages-consent = Has to be signed by
pages-consent-any = at least two
pages-in-force = In force now
pages-scheduled = From { $stop }: { $option }
pages-scheduled-unless = From { $stop }, unless there is a pact of { THE($parties) }: { $option }
pages-in-person = It can be settled only where all who sign sit together.
pages-no-vote = No chamber votes on it.
pages-options = Options, and what each is worth to you
pages-option-now = { $option } · in force now
pages-worth = { $interest } { $change }
pages-worth-round = { $interest } { $change } in each round in force
pages-worth-nothing = Nothing for you by itself
pages-worth-note = In points, under your mandate, while it is in force at the end. What else is in force can change it: see linkages.
pages-linkages = Worth more or less together
pages-linkage-when = { $issue }: { $options }
pages-linkage-nothing = nothing for you
pages-moves = Interests that it moves for you
pages-sources = Sources
# $sure is high, medium or low
pages-source = { $text } ({ $date }). How sure: { $sure }.
pages-source-undated = { $text }. How sure: { $sure }.
pages-sure-high = very
pages-sure-medium = fairly
pages-sure-low = not very
pages-points-stylised = Points are teaching assumptions of the level, not measurements.
pages-weight = How much it counts for you
pages-weight-figure = { $percent } %
pages-weight-note = What your mandate multiplies it by; 100 % is plain.
pages-moved-by = Issues that move it for you, and the points of their options
pages-moved-range = { $low } to { $high }
pages-moved-round = { $low } to { $high } a round
pages-moved-none = No issue moves it for you by itself.
pages-now-without-deal = If nothing more is signed

## Words

page-party = Party
    .meaning = One side of the negotiation.
    .text =
        A level has two to four parties. Each has interests, a mandate, perhaps a chamber at home, and a place in the calendar.

        Parties are offices and not persons: whoever takes the seat speaks for the side.
page-seat = Seat
    .meaning = Who plays a party: a person here, a person elsewhere, or a computer opponent.
    .text =
        A seat knows what its party may know, and no more. Everybody judges a package by the same figures; nobody at the table has better ones because of who sits there.
page-level = Level
    .meaning = One scenario: who negotiates about what, when, and what everything is worth.
    .text =
        A level is a text file. It has parties, issues, points, chambers, events and a calendar; the program itself knows no country and no figure.

        Real figures carry their source and date. All others are stylised: they are teaching assumptions, and the level says so.
page-rulebook = Rule book
    .meaning = Which parts of the game are on, and what they cost.
    .text =
        The same level can be played with a short rule book, of talks and scores alone, or with a full one, with chambers, measures, threats, promises and projects. The menu says which one a level is made for.
page-issue = Issue
    .meaning = A question on the table that has several possible answers.
    .text =
        One answer, an option, is in force at any time. A pact sets issues; what it does not set is left alone and follows what is scheduled.

        Some issues can be moved by one party alone. Nobody can be given anything by such a move that would be worth trading.
page-option = Option
    .meaning = A possible answer to an issue.
    .text =
        Options stand in an order, so that they can be stepped through. Each has points for each party and interest while it is in force at the end, and some bring points in each round in which they are in force.
page-controller = Controller
    .meaning = The party that may move an issue alone, one way only.
    .text =
        A controller can make things tighter, such as a tariff up, by a measure. The other way needs the consent of those who have to sign.

        What a ratified pact has set, no measure moves while the pact stands.
page-consent = Consent
    .meaning = The parties who must all sign a pact that sets an issue.
    .text =
        Nothing that two sign binds a third. Where a level names nobody, it is the controller who has to consent, and where there is none, at least two parties.
page-package = Package
    .meaning = Options for some issues, taken as one.
    .text =
        Several issues in one package can be worth more than each by itself, because parties care about different things: what costs one side little may be worth much to the other.

        A package is judged as a whole, by what it leaves every party with compared to no deal.
page-offer = Offer
    .meaning = A package put to named parties.
    .text =
        An offer stands until it is accepted, declined, withdrawn or replaced, or until its round is over. It binds nobody before all whom it names have accepted.

        Where a party is not at the table an offer goes by cable: that costs capital, and the answer comes a round later.
page-pact = Pact
    .meaning = An offer that all of its parties accepted.
    .text =
        Pacts of a round go to the chambers at its end. One that every chamber passes takes effect at Reckoning; one that a chamber refuses is void, and costs the party that could not deliver it standing.

        A pact binds those who signed it and nobody else. It can change what others would have without a deal, though.
page-interest = Interest
    .meaning = Something that parties care about, such as prosperity, security, autonomy or standing.
    .text =
        Points belong to an interest, and a mandate says how much each interest counts. So the same option can be worth different things to two parties, or to one party under two mandates.
page-mandate = Mandate
    .meaning = What a party was sent for: how much each interest counts, and what it may never sign.
    .text =
        Mandates are drawn when a game begins, from kinds that everybody can read. Which one was drawn only the party itself knows, unless the game is played with open numbers.

        What a party offers, refuses and says makes some of its mandates likelier than others. The table shows what you have reason to believe.
    .formula = Points of an interest × what the mandate multiplies it by.
    .source = John C. Harsanyi, Games with Incomplete Information Played by “Bayesian” Players, Management Science, 1967: parties whose kind is drawn, and known to themselves alone.
page-redline = Red line
    .meaning = Options that a mandate forbids, whatever they are worth.
    .text =
        No package with such an option can be signed by that party. Other parties do not see it; they may be told, or guess it from what is refused.
page-nodeal = No-deal value
    .meaning = The score that a party ends with if nothing more is signed.
    .text =
        It is not zero. What is scheduled still happens, stocks run down, pacts that stand go on. So the no-deal value changes when others sign something, and when time passes. What you have signed yourself counts in it at once, as if all chambers had passed it.

        A package that leaves a party below it is worse than going home.
    .formula = The projected score with every issue left alone.
    .source = John F. Nash, The Bargaining Problem, Econometrica, 1950: bargaining is judged from what each side has if they do not agree.
page-batna = BATNA
    .meaning = The best a party can reach without this pact: its best alternative to a negotiated agreement.
    .text =
        The alternative may be no deal at all, or a pact with somebody else. Who has a good one can ask for more; whoever improves it at another table has more to say at this one.

        In this game order is leverage: a pact between two parties can raise or lower the alternative of the third.
    .source = Roger Fisher and William Ury, Getting to Yes, 1981.
page-reservation = Reservation value
    .meaning = The least that a party should accept.
    .text =
        Below it another way is better. It is never under the no-deal value, and above it where a pact with somebody else would bring more.

        Nobody has to tell theirs. Much of bargaining is finding out that of the others without showing one's own.
    .formula = The larger of the no-deal value and what the party would have at the Nash solution of the best pact of two that it could sign instead.
    .source = Howard Raiffa, The Art and Science of Negotiation, 1982.
page-zopa = ZOPA
    .meaning = Zone of possible agreement: the packages by which everybody has at least what they would have without.
    .text =
        If it is empty, no package can work, and it is no failure to leave. If it is wide, there is much to divide, and most of the bargaining is about where in it to end.

        New issues can open a zone where there was none.
    .formula = All packages in which no party that signs is below its no-deal value.
    .source = Howard Raiffa, The Art and Science of Negotiation, 1982, as the zone of agreement.
page-chamber = Chamber
    .meaning = Who has to ratify at home.
    .text =
        A chamber has blocs with seats. How many of a bloc vote for a pact depends on what is in it, on trust and support, on lobbying, and on public backing that the government has had.

        The forecast before you sign says how likely it is to pass, and which bloc decides.
    .formula = A bloc’s yes votes rise evenly from none to all between two attitudes; the vote adds a small swing by chance.
    .source = Robert D. Putnam, Diplomacy and Domestic Politics: The Logic of Two-Level Games, International Organization, 1988.
page-bloc = Bloc
    .meaning = A group of seats in a chamber that votes by the same attitude.
    .text =
        Each bloc cares about some interests more than about others, and some blocs about being backed from abroad. The pivotal bloc is the one without which the vote would turn out otherwise.
page-quorum = Quorum
    .meaning = The votes that a pact needs in a chamber.
    .text =
        It is the line across the half circle of seats. A government whose own seats do not reach it needs votes of others, and is the more fragile the more it lacks.
page-winset = Win-set
    .meaning = The packages that a party’s chamber would ratify.
    .text =
        A deal has to lie in the win-set of every side that needs a vote. A small one is a weakness, since fewer deals can be delivered; and a strength, since one can credibly say that there is no more to give.
    .formula = All packages that the chamber passes if chance swings neither way.
    .source = Robert D. Putnam, Diplomacy and Domestic Politics: The Logic of Two-Level Games, International Organization, 1988; after Thomas C. Schelling, The Strategy of Conflict, 1960.
page-capital = Capital
    .meaning = Political capital: what a party spends on what it does besides talking.
    .text =
        It comes in each round and pays for cables, further steps of a measure, lobbying, objections and threats. What things cost is said where they can be done.
page-measure = Measure
    .meaning = What a party does alone, after the talks of a round.
    .text =
        Everybody picks at most one in secret, and all are shown together: moving an issue that one controls, lobbying a bloc, building a stock, funding capacity at home, making or lifting a threat.

        A measure needs nobody’s consent, and nobody has to like it.
page-trust = Trust
    .meaning = From 0 to 100: how far one party expects another to keep its word.
    .text =
        It goes one way: yours in them and theirs in you are two figures. Kept promises raise it, broken ones lower it, and the rest of the calendar lets it drift.

        What is promised is worth less to whoever trusts little. Chambers look at it too.
page-standing = Standing
    .meaning = Affirmation at home and abroad: the interest that public backing feeds.
    .text =
        Credit for a pact, a state visit or a named word of support bring standing. A pact that fails at home, a broken word or a climb-down cost it.
page-autonomy = Autonomy
    .meaning = Freedom to decide for oneself.
    .text =
        Governments give some of it away when they let others choose their projects, tie their policy to a partner, or sign what they cannot undo. The idea that the game lets you try out is that leaders under pressure trade it for affirmation.

        The debrief shows how much of it each party paid for how much standing.
    .source = James D. Morrow, Alliances and Asymmetry, American Journal of Political Science, 1991, has the trade of autonomy for security. Affirmation in the place of security is this game’s own assumption.
page-affirmation = Public backing
    .meaning = A word of support in public: affirmation by another government.
    .text =
        It costs its giver little and is worth more to a receiver who is fragile at home. It also moves those blocs that care about it, for a time, and so can carry a vote that would fail.

        It binds as well: a pact with a public word of support is dearer to break.
page-fragility = Fragility
    .meaning = How close a government is to falling: low support, and seats that it lacks.
    .text =
        A fragile government values affirmation more, and is more likely to fail to deliver a promise against its own will.
    .formula = What support lacks to 100, and a part for every seat that is short of the quorum; at most 100.
page-support = Support
    .meaning = How firmly a government stands at home, of 100.
    .text =
        Pacts, public backing, shortages and events move it. If it ends a round below the floor that the level sets, the government falls and does nothing more.
page-score = Score
    .meaning = What a party ends with, in points.
    .text =
        The points of all options in force at the end, of what flowed in each round, and of events, projects and broken words, each multiplied as the mandate says.

        Points of two parties do not compare: ten points of theirs are not ten points of yours.
    .formula = Sum over interests: multiplier × points.
page-verdict = Verdict
    .meaning = What a package comes to for one party: from where, line by line, and against what it has without.
    .text =
        There is one way of judging in this game. What you are shown, what opponents decide by and what the debrief quotes are the same figures.

        What rules a package out, such as a red line, is told first, and what would clear it. Then come the lines, the largest first; they add up to the total. The gain is the total less the no-deal value.
page-linkage = Linkage
    .meaning = Points for several issues that hold given options together.
    .text =
        Two things agreed together can be worth more than both by themselves, or less. That is why packages are judged whole.
page-logrolling = Logrolling
    .meaning = Giving way on what costs you little for what is worth much to you, and the other way round for the others.
    .text =
        Meeting in the middle of every issue leaves this on the table. Whoever knows what matters most to whom finds trades by which all gain.
    .source = Lewis A. Froman and Michael D. Cohen, Compromise and Logroll, Behavioral Science, 1970.
page-communique = Communiqué
    .meaning = What is said of a pact in public: a headline, and who gets how much of the credit.
    .text =
        It feeds standing at home and changes none of the terms. Others read it at once, and the terms only at Reckoning.
    .formula = Shares of the credit add up to 100; an even split is what forecasts assume.
page-pledge = Pledge
    .meaning = Money that one party puts into projects in another’s country.
    .text =
        It has an amount, a pace, and a rule on who selects the projects. After the pact is ratified each round’s part is placed by whoever that rule names, others being asked or not.

        Who holds the pen decides which projects run, and so who gains by the same money.
page-promise = Promise
    .meaning = An option that has to be delivered by a date.
    .text =
        It is kept, delayed or broken when it falls due, or fails against the will of a fragile government. What becomes of it moves trust.

        If it is broken the other side may snap back: it takes its own side of the pact back, and nobody blames it.
page-threat = Threat
    .meaning = Saying what one will do alone if a demand is not met.
    .text =
        It climbs by rungs: a signal, a demand, a deadline, the measure itself. Each rung shows before it is climbed what backing down would cost now and on the next one. The last one hurts both sides.
    .source = Thomas C. Schelling, The Strategy of Conflict, 1960; James D. Fearon, Domestic Political Audiences and the Escalation of International Disputes, American Political Science Review, 1994, on the price of backing down.
page-clause = Clause
    .meaning = A condition on a term: when it begins to count, and when it stops.
    .text =
        A term can take effect only if something has happened, lapse if something else does, or end with a date. It lets two sides sign who expect different things.
page-round = Round
    .meaning = A stop of the calendar: news, talks, measures, ratification, Reckoning.
    .text =
        Each stop has a date, a place, and parties who sit together there. Only those can sign at once, so the calendar decides who can sign with whom first.

        Reckoning is the end of a round: pacts take effect, promises fall due, flows and shortages are booked.
page-frontier = Pareto frontier
    .meaning = The packages that cannot be bettered for one party without making it worse for another.
    .text =
        Whatever lies below the frontier left something on the table: another package would have been better for somebody and worse for nobody.

        The frontier does not say who should get how much. The rules of bargaining theory each pick a point on it.
    .formula = Packages for which no other gives every party at least as much and one of them more.
    .source = Vilfredo Pareto, Manuale di economia politica, 1906.
page-nash = Nash solution
    .meaning = The package with the largest product of gains.
    .text =
        It does not depend on how points are scaled, treats equals alike, wastes nothing, and does not change when packages are dropped that it would not pick. No other rule does all four.

        It is no verdict on what is fair.
    .formula = Among packages by which nobody loses: the product of each party’s total less its no-deal value, as large as can be.
    .source = John F. Nash, The Bargaining Problem, Econometrica, 1950.
page-kalai = Kalai–Smorodinsky solution
    .meaning = The package by which all get as equal a share as can be of the most that each could hope for.
    .text =
        Whoever could have gained much gets more than whoever could not. In place of Nash’s assumption on dropped packages it asks that more to hope for never leaves anybody worse off.
    .formula = The largest smallest share of (ideal less no deal); the ideal is a party’s best where nobody loses.
    .source = Ehud Kalai and Meir Smorodinsky, Other Solutions to Nash’s Bargaining Problem, Econometrica, 1975.
page-egalitarian = Egalitarian solution
    .meaning = The package by which the one who gains least gains as much as can be.
    .text =
        It compares points between parties, which the Nash solution does not. Who could not gain much holds all others back.
    .formula = The largest smallest gain; of several that tie, the largest next smallest.
    .source = Ehud Kalai, Proportional Solutions to Bargaining Situations, Econometrica, 1977.
page-utilitarian = Utilitarian solution
    .meaning = The package with the largest sum of gains.
    .text =
        It compares points between parties too, and does not ask who has them: one may gain all of it, as long as nobody loses.
    .formula = The largest sum of gains among packages by which nobody loses.
    .source = John C. Harsanyi, Cardinal Welfare, Individualistic Ethics, and Interpersonal Comparisons of Utility, Journal of Political Economy, 1955.
page-efficiency = Created and claimed
    .meaning = How much value a deal made for all, and who got how much of it.
    .text =
        Creating and claiming pull against each other: saying what matters to you helps both to find trades, and shows where you can be pressed.
    .formula = Efficiency: the sum of gains ÷ the largest sum where nobody loses. Claim: a party’s gain ÷ the sum of gains.
    .source = David A. Lax and James K. Sebenius, The Manager as Negotiator, 1986.
page-knowledge = Knowledge
    .meaning = What a seat is shown of the others’ numbers.
    .text =
        Open numbers show everything. With an advisor you see your own, and estimates of the others from what is public and from what they have said and done. Sealed, you see your own alone.

        The debrief opens everything, once the game is over.
