### The terminal: plain lines, to be read from top to bottom or read out.

## Starting

cli-no-window = This build has no window.
cli-no-display = There is no display, so no window can open.
cli-start-terminal = The game starts in the terminal.
cli-start-story = There is no terminal either, so computer opponents play the Tokyo level, and this is their story.
cli-heading = { $title }. Rule book: { $rules }. Seed: { $seed }.
cli-choose-level = Which level? Type its number or its name.
cli-choose-party = Which party? Type its number or its name.
cli-choose-among = The names are: { $names }.
cli-choice = { $number }. { $name }
cli-two = { $first } { $second }
cli-bye = Good-bye.
cli-input-ended = The input ended before the game did.

## Games that are kept

cli-unsaved = There is no folder to keep games in, so this game is not kept. Start with --saves and a folder to keep it.
cli-unfinished =
    { $count ->
        [one] There is an unfinished game: { $summary } To go on with it: { $command }
       *[other] There are { $count } unfinished games. The newest: { $summary } To go on with it: { $command }
    }
cli-kept = This game is kept. To go on with it: { $command }
cli-saved = Saved as “{ $name }”: { $path }
cli-saved-secret = A saved game holds every secret of the game, those of the other parties as well: whoever has the file can read them.
cli-not-saved = Not saved: { $why }. The game goes on, and what was saved before is as it was.
cli-trouble = What you do cannot be written down now: { $why }. All that was written before is safe, and the game goes on; but should the program stop, what comes from now on is lost. Make room, or look after the folder. It is tried again each time.
cli-trouble-over = The game is written down again, with all that was missing.
cli-undone = Taken back.
cli-broke-down = The computer opponent of { THE($party) } broke down. A pass was given in its place, and the game goes on.
cli-saves = Games in { $folder }:
cli-saves-none = No games are kept in { $folder }.
cli-saves-no-home = There is no folder to keep games in. Name one with --saves.
cli-saves-running = Unfinished:
cli-saves-saved = Saved:
cli-saves-auto = Saved by itself at the end of a round:
cli-saves-finished = Finished:
cli-saves-game = { $name }: { $summary } Written { $ago }.
cli-saves-told = { $title }, rule book { $rules }. Played by: { $people }. { $place }
cli-saves-person = { $name } ({ $party })
cli-saves-round = Round { $round } of { $rounds }.
cli-saves-over = Over.
cli-saves-score = { $party }: { $points }.
cli-saves-so-far = If nothing more is signed, { THE($party) } ends with { $points }.
cli-saves-unreadable = { $name }: cannot be used. { $why }
cli-saves-secret = Each of these files holds every secret of its game: whoever has it can read all of them.
cli-game-no-file = There is no file { $name }.
cli-game-unknown = There is no game called “{ $name }”; { $help }
cli-game-damaged = { $name } is damaged. { $fault }
cli-game-newer-whole = The same game is whole, and further on, as { $name }.
cli-game-whole-part = All before that is whole, and is used.
cli-game-newest-whole = Nothing of it can be used. The newest game that is whole is { $name }.
cli-game-none-whole = Nothing of it can be used, and no other game is whole.
cli-game-unplayable = It was written by version { $wrote } of the program, and this is version { $own }, which cannot play it: { $why }
cli-game-plays-until = It plays up to there; “fork” begins a new game at that moment.
cli-edited-level = The level { $id } has been changed since. This game goes by the text that it was begun with.
cli-edited-rules = The rule book { $id } has been changed since. This game goes by the text that it was begun with.
cli-resume-since = Since you last did something:
cli-resume-none = There is no unfinished game. “rare-terms saves” lists the games that are kept.
cli-resume-in-use = { $name } is being played by another program. Leave it there first.
cli-resume-over = This game is over. To read its story: { $command }
cli-resume-opponent = This game cannot go on here: { $why }. It was written by version { $version } of the program; “fork” with --party begins a new game with other opponents.
cli-resume-aside = The damaged file is kept as { $path }.
cli-resume-copy = The saved game stays as it is; you go on with a copy.
cli-resume-nobody = { $name } does not say who plays. Begin a game from it with “fork” and --party.
cli-resume-shared = Several people share this game, and a terminal is for one of them. Open it in the window: there each seat stays behind its own door.
cli-pin = This seat is locked. Type its PIN.
cli-pin-wrong = This is not the PIN of the seat.
cli-replay-heading = { $title }. Rule book: { $rules }.
cli-replay-moment = { $number }. { $text }
cli-replay-back = Taken back by { THE($party) }: what was done last.
cli-replay-until = This is moment { $number } of { $all }.
cli-replay-open = Here it stands. The game is not over.
cli-replay-own = The game is not over, so it is told from the seat of a person who plays it. Choose: { $names }.
cli-replay-whose = Several people play this game, and it is not over. Say with --party from whose seat it is to be told: { $names }.
cli-replay-closed = The game is not over, and no person plays it, so nobody may look at it yet.
cli-fork = A new game begins at moment { $at }. To go on with it: { $command }
cli-no-moment = There is no moment { $at }: the last one is { $all }.
cli-fork-over = The game is over there. Choose an earlier moment with --at; “replay” numbers them.
cli-export = Written: { $path }
cli-report = Written: { $path }. People are named by letters; --names keeps their names.
cli-report-names = Written: { $path }
cli-report-open = The game is not over, and a report would tell every secret of it. Play it to its end, or use “export” for what one seat knows.
cli-report-ending = What { $path } is to be does not follow from its ending: { $help }. Or say it with --format.

## Files and levels

cli-check-level = { $file }: ok, level { $id }, “{ $title }”
cli-check-game =
    { $state ->
        [over] { $file }: ok, finished game of level { $level } under { $rules }, written by version { $version }
       *[on] { $file }: ok, unfinished game of level { $level } under { $rules }, written by version { $version }
    }
cli-check-rules = { $file }: ok, rule book { $id }, “{ $title }”
cli-levels = Levels:
cli-levels-level = { $id }: { $title }. { $parties } parties, { $rounds } rounds, rule books { $rules }. { $summary }
cli-level-counts = Under the full rule book: pledges { $pledges }, projects { $projects }, promises { $promises }, threats { $threats }.
cli-level-pledge =
    { $projects ->
        [one] Pledge: { $pledge }, from { THE($funder) } to { THE($host) }, { $projects } project.
       *[other] Pledge: { $pledge }, from { THE($funder) } to { THE($host) }, { $projects } projects.
    }
cli-level-promises = Promises: { $issues }.
cli-level-threat = Threat: “{ $threat }”, { $by } against { $against }.
cli-levels-rules = Rule books:
cli-levels-book = { $id }: { $title }. { $about }
cli-levels-broken = { $id }: cannot be used.

## Many games

cli-simulate-playing = Playing
cli-simulate-games = { $games } games of { $level } under { $rules }, first seed { $seed }; { $ended } ended.
cli-simulate-pacts = With a pact at the end: { $agreed } %. With everyone in a pact: { $everyone } %. Pacts in force a game: { $pacts }; signed: { $signed }.
cli-simulate-votes = Votes at home: { $votes }. Failed: { $failed } %; forecast when signed: { $predicted } %. Games with a failed vote: { $games } %.
cli-simulate-falls = Games in which a government fell: { $share } %.
cli-simulate-party = { $party }: mean { $mean }, from { $low } (one tenth below) to { $high } (nine tenths below); no deal { $none }; share of the attainable gain { $share }; below no deal { $below } %; government fell { $falls } %; refused at home { $failed } %.
cli-simulate-order = { $order }: { $share } %
cli-simulate-no-pact = no pact
cli-simulate-cast = “{ $pair }” says not who plays which party; write it as us=envoy:patient.
cli-simulate-compared = { $party }: { $first } against { $second }, { $more } ± { $half } more, p = { $p }
cli-simulate-rate = Games a second: { $rate }

## Opponents

cli-opponents-tiers = Difficulties:
cli-opponents-characters = Characters, each for every difficulty, such as envoy:patient:
cli-opponents-references = References, to measure by:
cli-opponents-line = { $name }: { $about }
cli-opponents-voice = “{ $voice }”

## Tournaments

cli-tournament-games = { $level } under { $rules }, { $rounds } rounds; { $games } games for each strategy and seat, first seed { $seed }; against { $pool }.
cli-tournament-copies = copies of itself
cli-tournament-line = { $strategy }: share of the attainable gain { $share } ± { $half }; utility { $utility }; agreement { $agreed } %; below no deal { $below } %; distance to Nash { $nash }, to the frontier { $frontier }; Brier score { $brier }; truth after four rounds { $believed }
cli-tournament-over = { $strategy } over { $other }: { $more } ± { $half } more, p = { $p }
cli-tournament-calendar = The stops of this level differ, so their number cannot be changed.

## Programs at seats

cli-seat-pair = “{ $pair }” is not PARTY=COMMAND, such as japan='python3 mine.py'.
cli-cast-twice = “{ $pair }” names a party that has its opponent already.
cli-cast-program = { CAPITAL(THE($party)) } is played by another program; give it no opponent.
cli-seat-twice = “{ $pair }” names a party that another program plays already.
cli-seat-turns = { CAPITAL(THE($party)) } was played by a program: turns { $turns }, of which lost { $lost }; replies refused { $errors }; started { $started } times.
cli-seat-ended = Turns lost because it had ended or could not be started: { $turns }
cli-seat-late = Turns lost because its time was up: { $turns }
cli-seat-silent = Turns lost without being asked, because it had been late three times in a row or did not read: { $turns }
cli-seat-refused = Turns lost because what it sent was refused too often: { $turns }
cli-seat-flooded = Turns lost because it sent too much: { $turns }

## The brief

cli-brief-you = You play { THE($party) }: { $office }.
cli-brief-aims = What you want:
cli-brief-mandate = Your secret mandate: { $mandate }. { $about }
cli-brief-weight = { $interest } counts { $percent } %.
cli-brief-red-line = You may never sign { $terms }. { $why }
cli-brief-help = Type “help” for the commands.

## A stop

cli-tables = At a table: { $parties }.
cli-tables-none = Nobody sits together here; offers go by cable.

## Your turn

cli-your-turn = It is your turn.
cli-talks = Talks. It is your turn.
cli-talks-table = At your table, to sign now: { $parties }.
cli-talks-cable = By cable (costs { $cost } political capital), to be answered next round and signed when you meet: { $parties }.
cli-talks-cable-signs = By cable (costs { $cost } political capital), to be answered and signed next round: { $parties }.
cli-talks-nobody = There is nobody to whom you can make an offer now.
cli-talks-left = Offers left: { $offers }. Statements left: { $speeches }.
cli-talks-clauses =
    { $most ->
        [one] A package may have { $most } clause; type “clauses” and an issue of your draft.
       *[other] A package may have { $most } clauses; type “clauses” and an issue of your draft.
    }
cli-talks-capital = Political capital: { $capital }.
cli-measures = Pick what to do alone, by number. You have { $capital } political capital.
cli-measures-none = This is not the time for measures.
cli-measures-range =
    { $count ->
        [one] There is one measure: type 1.
       *[other] Type a number from 1 to { $count }.
    }
cli-ladder = What each way out of “{ $threat }” costs:
cli-no-number = Numbers pick measures and answers, and this is not the time for them. Type “help” for the commands.

## What was typed

cli-empty = Type a command, or “help”.
cli-see-help = Type “help” for the commands.
cli-unclear = Nothing here is called “{ $wanted }”.
cli-unclear-near = Nothing here is called “{ $wanted }”. Did you mean “{ $near }”?
cli-unclear-several = “{ $wanted }” could mean several: { $names }. Type more of the name.
cli-usage-set = Type: set ISSUE OPTION
cli-usage-with = Type: with PARTY, or: with all
cli-usage-credit = Type: credit PARTY SHARE, with a share from 0 to 100, or: credit even
cli-usage-when = Type: when ISSUE takes effect if ISSUE is OPTION; when ISSUE lapses if ISSUE is OPTION; when ISSUE until ROUND. After an option: “or before”, “or after” it in the list. In place of it: if pact PARTY PARTY
cli-usage-save = Type: save NAME
cli-usage-offer = Type the number of an offer.
cli-usage-say = Type one of: say priority ISSUE; say want ISSUE OPTION; say refuse ISSUE OPTION; say nothing PARTY
cli-help =
    Build a draft:
    set ISSUE OPTION: puts an option into your draft
    clear ISSUE: leaves an issue out; clear: empties the draft
    with PARTY…: chooses who signs; otherwise it is who has to
    credit PARTY SHARE: gives a share of the credit; the others share the rest
    headline NUMBER: chooses a headline; headline: lists those that fit
    when ISSUE takes effect if ISSUE is OPTION: a term that waits for a condition
    when ISSUE lapses if ISSUE is OPTION; when ISSUE until ROUND: a term that ends
    clauses ISSUE, clauses ISSUE ISSUE: lists clauses; when NUMBER: takes one
    drop NUMBER: drops a clause; drop: lists those of the draft
    copy NUMBER: takes the terms of an offer into your draft
    show: reads the draft; judge: what it is worth, what is in its way, what would help
    votes: how the chambers at home would vote on it
    advise, advise PARTY…: what several rules would pick, and what would improve your draft; advise NUMBER: takes one into it
    explore: what it would take for your draft, what they would give, what all gain from; explore offer NUMBER: for an offer; explore NUMBER: takes one into the draft
    Talk:
    propose: puts the draft to its parties
    offers: reads the open offers; accept, decline, counter, withdraw NUMBER
    say priority ISSUE; say want ISSUE OPTION; say refuse ISSUE OPTION; say nothing PARTY
    pass: you are done for now
    Act alone, when talks are over:
    measures: lists them; a NUMBER picks one
    When you are asked something at Reckoning:
    answer: reads the question; a NUMBER or a word such as yes, no, keep, delay, break answers it; pass commits to nothing new
    Look:
    brief, news, table, log
    projects: pledges and their projects; promises: what is owed; threats: what each way out costs
    Keep:
    undo: takes back the last thing you did, as long as no opponent has looked
    save NAME: saves the game by name; it is kept without that as well
    quit: leaves the game; it is kept, and “rare-terms resume” goes on with it
    Names can be shortened, and commands too.
cli-issues = The issues:
cli-options = { $issue } can be:
cli-named = { $id }: { $name }
cli-named-now = { $id }: { $name } (in force)

## The draft and offers

cli-draft = Your draft.
cli-draft-empty = Your draft is empty.
cli-set = Set: { $term }.
cli-cleared = Left out: { $issue }.
cli-cleared-all = Your draft is empty now.
cli-with = To be signed with { THE($parties) }.
cli-no-communiques = This rule book has no credit to split.
cli-headlines = Headlines that fit; type “headline” and a number, or “headline none”:
cli-headline-none = No headline.
cli-counter-copied = The terms of the offer are your draft now. Change them, then counter again.
cli-proposal-parties = To be signed by { THE($parties) }.
cli-offer = { CAPITAL(THE($from)) } offers ({ $offer }):
cli-offers-none = No offer is open.
cli-offers-open = To be answered: { $offers }.
cli-offers-own = Your own { $offer }: { $terms }.

## Clauses of the draft

cli-clauses = Clauses of your draft:
cli-clauses-none = Your draft has no clauses.
cli-clauses-no-choice = There is no clause to choose here.
cli-clauses-choose = Clauses for { $issue }; type “when” and a number:
cli-clauses-look-at = Clauses for { $issue } may look at { $issues }. Type “clauses”, this issue, and one of them.
cli-clause-added = Clause: { $clause }.
cli-clause-dropped = Dropped: { $clause }.

## What you are asked, and what binds

cli-answer-none = You are not asked anything now.
cli-answer-how = Type a number, or “answer” and a word. “pass” commits to nothing new.
cli-answer-range =
    { $count ->
        [one] There is one answer: type 1.
       *[other] Type a number from 1 to { $count }.
    }
cli-answer-worth = { $answer }; worth { $points } to you until the end
cli-project-worth = Worth { $points } to you until the end.
cli-term = { $issue }: { $options }
cli-pledge = { $pledge }, from { THE($funder) } to { THE($host) }. { $about }
cli-pledge-rule = { $term }. { $rule }
cli-projects = Projects that are left:
cli-projects-none = There are no projects in this game.
cli-promises = What counts as a promise in a pact:
cli-promise =
    { $rounds ->
        [0] { $issue } at { $options }: { THE($party) } delivers at once.
        [one] { $issue } at { $options }: { THE($party) } delivers { $rounds } round after it comes into force.
       *[other] { $issue } at { $options }: { THE($party) } delivers { $rounds } rounds after it comes into force.
    }
cli-promises-none = There are no promises in this game.
cli-threat = “{ $threat }”, { $by } against { $against }. { $about }
cli-threat-demands = What may be demanded: { $demands }.
cli-threat-over = It is over and does not come back.
cli-threats-none = There are no threats in this game.

## Judgement

cli-judge-refused = It cannot be proposed now: { $why }
cli-sealed = What it is worth to the others is not shown in a sealed game.
cli-estimate-gains = That { THE($party) } gains from it is believed: { $share }.
cli-estimate-blocker = { $party }: { $blocker }
cli-fix = Cheapest fix for { THE($party) }: { $fix }
cli-fix-none = No single change would make it work for { THE($party) }.

cli-refused-counter = Against { $offer }: { $changes }. For you { $points }.
cli-refused-own = Cheapest fix for you: { $change }. Worth { $worth } to you.

## The table

cli-table-in-force = In force:
cli-table-held = { $term } ({ $pact })
cli-table-scheduled = Announced for round { $round }: { $option }
cli-table-waits = { $term }; now { $now } ({ $pact })
cli-table-owed = Owed: { $owed }
cli-table-breach = Not kept: { $party } in { $pact }
cli-table-threat = Threat: { $threat }
cli-table-pact-signed = Signed, to be ratified: { $pact }
cli-table-pact-stands = In force: { $pact }
cli-table-pact-void = Void: { $pact }
cli-table-pact-ended = Ended: { $pact }
cli-table-capital = { $party }: political capital { $capital }
cli-table-support = { $party }: home support { $support } of 100
cli-table-trust = { $party }: trust in { $towards } { $trust } of 100
cli-table-stock = { $resource }: stock for { $left } rounds of use
cli-table-score = If nothing more is signed you end with { $points }.

## The result

cli-result = Result
cli-result-party =
    { $you ->
        [yes] { $party } (you): { $score }, { $change } against no deal at the start ({ $none }).
       *[no] { $party }: { $score }, { $change } against no deal at the start ({ $none }).
    }
cli-result-mandate = Its mandate was: { $mandate }.
cli-result-support = Its home support at the end: { $support } of 100.
cli-result-pact = In force at the end: { $pact }, signed in round { $round }. { $terms }.
cli-result-no-pact = No pact is in force at the end.

## Doubts about a level

cli-doubt-too-large = doubt ({ $rules }): there are too many packages to look at them all, so some of this was not looked at
cli-doubt-empty-zopa = doubt ({ $rules }): { THE($parties) } can sign together, but from nothing they could sign do all of them gain
cli-doubt-unwinnable = doubt ({ $rules }): nothing that it could sign gives { THE($party) } more than no deal
cli-doubt-mandate = doubt ({ $rules }): with the mandate "{ $mandate }" nothing that it could sign gives { THE($party) } more than no deal
cli-doubt-no-win-set = doubt ({ $rules }): at the start the chamber of { THE($party) } would pass nothing from which it gains
cli-doubt-unreachable = doubt ({ $rules }): no pact, measure or date can bring about { $option } of { $issue }
cli-doubt-dominated = doubt ({ $rules }): whatever else is settled, { $better } of { $issue } is at least as good for all as { $option }, and better for one
cli-doubt-costs-nobody = doubt ({ $rules }): whatever else is settled, { $option } of { $issue } costs nobody anything; every clause should cost somebody something
cli-doubt-never-due = doubt ({ $rules }): what is promised on { $issue } falls due after the end
cli-doubt-never-paid = doubt ({ $rules }): { $pledge } never frees the money for { $project }
cli-doubt-no-demand = doubt ({ $rules }): nothing that can be demanded with { $threat } can be brought about
