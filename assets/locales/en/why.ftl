### Why computer opponents did what they did: read once a game is over.

why-open = The game is not over, and why an opponent does something would tell its secrets. Play the game to its end.
why-none = No decision of a computer opponent is there to explain.
why-decision = { $number }. { $party }: { $command }

why-otherwise = Why cannot be said: this version of the opponent would have done something else, or it broke down.

## Why

why-enough-aim = It takes what reaches its aim: { $points } is enough.
why-enough-own = It takes what gives it no less than it would ask for itself, or has asked for: { $points } is enough.
why-enough-least = It takes what reaches the least that it signs for, { $points }: nothing comes after this.
why-refuses = It refuses, and has nothing to put in its place: “{ $reason }”
why-counters = It does not take what is offered: “{ $reason }” { $pick }
why-puts-product = It puts, of what reaches its aim and passes at home, what it believes to have the largest product of all gains.
why-puts-nearest = It puts, of what reaches its aim and passes at home, what is nearest to its aim.
why-puts-promise = Time with them runs out. It puts what promises it most: its gain times the chance that they take it.
why-puts-first = Before it takes what is on the table, it asks once for what promises it more: its gain times the chance that they take it.
why-nothing = It says that nothing works: “{ $reason }”
why-waits = There is nothing to answer, and nothing that it would put now.
why-says = It says something of itself before it does anything else; words cost nothing.
why-alone = It does alone what serves it.
why-alone-nothing = Nothing that it could do alone serves it.
why-alone-move = Without any pact this raises what it ends with.
why-alone-lobby = A pact that it signed is in doubt at home.
why-alone-build = What it uses would run out before the end.
why-alone-threat = It is one for threats, and what it could gain by this one or has to lose makes it worth while.
why-alone-snap = Another has broken the pact, and it is better off without its own side of it.
why-answers = Of the answers this costs it least, its word included.
why-played-out = When it played the game out, this came to clearly more than what it would have done otherwise.

## What it weighed

why-aims = With { THE($parties) } it holds out for { $target }; it never signs for less than { $least }. The most that it could have is { $ideal }, and without them it has { $none }.
why-gives = This gives it { $points }.
why-refused = What it did not take would have given it { $points }.
why-instead = The next best that it saw would give it { $points }: { $command }
why-instead-ask = It would have asked for this next, which would give it { $points }: { $command }
why-search = It played { $games } games out for each of { $commands } commands. Its mean score with this one: { $points }. With the next best, { $second }: { $next }
why-believes = What it believed of { THE($party) }: { $mandates }.
why-mandate = { $mandate } { $percent } %
