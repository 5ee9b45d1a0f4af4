### Saved games, the replay, and what is said when a fault of the program stops it.

## A fault of the program

crash-opponent = An opponent broke down and passes this turn: { $message }
crash-debrief = The debrief of this game could not be made: { $message }
crash-report-title = Rare Terms stopped by a fault of its own.
crash-report-what = What: { $value }
crash-report-where = Where: { $value }
crash-report-thread = Thread: { $value }
crash-report-version = Version: { $value }
crash-report-system = System: { $value }
crash-report-when = When (seconds since 1970): { $value }
crash-report-how = To report it, send this file to whoever you have the game from, and say what you had just done.
crash-report-secrets = This file holds no secret of your game. The game's own file holds all of them: send it along only if that may be.
crash-report-line = For the program:
crash-report-at = The report is in { $path }. To report the fault, send that file to whoever you have the game from.
crash-report-nowhere = No report could be written. To report the fault, send the lines above to whoever you have the game from.
crash-no-game = No game was being played that anything had been done in, so nothing is lost.
crash-game-safe = The game is safe, with everything that was done: { $path }
crash-game-part = The game is kept in { $path }, but not the last of it: { $why }

## The page after a fault

crash-page-title = The game stopped
crash-page-happened = Rare Terms met a fault of its own and had to stop. It was nothing that you did.
crash-page-game = Your game is safe: { $level }, round { $round } of { $rounds }, with everything that was done. It is kept in { $path }
crash-page-part = Only the very last of it could not be written: { $why }
crash-page-unread = Your game was kept in { $path }, but it cannot be played from there. The saved games may have an earlier state of it.
crash-page-do-go-on = Go on with the game. If it stops at the same place again, take another way there, and report it.
crash-page-do-menu = Go to the menu and begin again.
crash-page-do-report = To report the fault, send the report below to whoever you have the game from, and say what you had just done. It holds no secret of your game.
crash-page-go-on = Go on
crash-page-copy = Copy the report’s path
key-crash-main = Go on with the game
key-crash-copy = Copy the path of the report

## When something was written

when-today = today { $time } UTC
when-yesterday = yesterday { $time } UTC
when-date = { $day } { $month } { $year }, { $time } UTC
when-unknown = at an unknown time
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December

## The list of saved games, and what the menu offers first

menu-go-on-title = Where you left off
menu-saves = Saved games …
key-menu-saves = Show the saved games
saves-title = Saved games
saves-lead = Games are kept in { $folder }
saves-reading = Reading the saved games …
saves-none = Nothing has been saved yet. Every game you begin is kept by itself.
saves-no-folder = This computer has no folder for saved games. Name one with --saves.
saves-running = Not over yet
    .note = It was being played when you left.
saves-saved = Saved by name
saves-auto = Kept at the end of rounds
    .note = It kept itself when a round ended.
saves-finished = Finished
    .note = It was played to its end.
saves-line = { $who } · { $round }
saves-person = { $person } ({ $party })
saves-opponents-only = Computer opponents only
saves-round = round { $round } of { $rounds }
saves-over =
    { $rounds ->
        [one] over after one round
       *[other] over after { $rounds } rounds
    }
saves-cannot-be-read = Cannot be read
saves-stands = It stands at
saves-rules = Rules
saves-when = Written
saves-score = Score of { THE($party) }, if nothing more is signed
saves-score-final = Final score of { THE($party) }
saves-edited = The level or its rule book has been changed since. This game goes on with the texts that it began with: they are kept inside.
saves-version = It was written by version { $version } of the game.
saves-forked = It began in the middle of another game.
saves-secrets = This file holds every secret of the game: the seed, all mandates, every order.
saves-seat-open = Not named
saves-seat-you = A person
saves-seat-opponent = Computer, { $how }
saves-go-on = Go on
saves-open = Open
saves-replay = Replay
saves-remove = Remove
saves-remove-ask = Remove “{ $name }” for good?
saves-remove-not = Keep it
saves-copy = Copy path
saves-copied = Copied
saves-back = To the menu
saves-to-list = Back to the list
saves-debrief = Debrief
saves-go-nobody = No person plays in this game. You can replay it once it is over.
saves-wrong-line =
    { $entries ->
        [0] Damaged at line { $line }, before anything was done.
        [one] Damaged at line { $line }: the first entry is whole.
       *[other] Damaged at line { $line }: the first { $entries } entries are whole.
    }
saves-wrong-plays =
    { $entries ->
        [0] It does not play with this version of the game. { $why }
        [one] Only its first entry plays with this version of the game. { $why }
       *[other] Only its first { $entries } entries play with this version of the game. { $why }
    }
key-saves-open = Go on with the chosen game, or read the debrief of one that is over
key-saves-choose = Choose a game
key-saves-replay = Replay the chosen game
key-saves-copy = Copy the path of its file
key-saves-remove = Remove it, after asking
key-saves-back = Go to the menu

## A saved game that cannot be opened as it is

saves-happened = What happened
saves-is-safe = What is safe
saves-todo = What to do
saves-unreadable = This game cannot be read
    .happened = The system does not let the file be read.
saves-foreign = This is no game that can be opened
    .happened = The file is no saved game of a form that this version knows, or it is damaged from its very beginning.
saves-damaged = This game is damaged
    .happened = Line { $line } of the file is not as it was written. Everything before it is right.
saves-plays = This game does not play on here
    .happened = It was written by version { $version }; this is version { $now }. Something in it goes another way here.
saves-nobody = Nobody can play this game here
    .happened = It has no seat for a person, or names an opponent that this version does not have.
saves-not-over = This game is not over yet
    .happened = Several people share it, a PIN locks it, or no person plays in it. It can be replayed once it is over.
saves-in-use = This game is being played
    .happened = Another window or a terminal has it open. Two that write one game would write over each other.
saves-safe = The file stays as it is: nothing was changed or removed. Your other games are not affected.
saves-do-other = Open the other file of the same game: it has more of it and is whole. Or go back to the saved games.
saves-do-part = Open the part that is right as a game of its own, or go back to the saved games.
saves-do-version = Open it with the version that wrote it. Until then, keep the file.
saves-do-leave = Leave the game there first, then open it here.
saves-do-later = Go on with the game, and replay it when it is over.
saves-do-nothing = Go back to the saved games and open another one. If you have a copy of this file elsewhere, put it in its place.
saves-open-part =
    { $entries ->
        [one] Open the first entry
       *[other] Open the first { $entries } entries
    }
saves-open-other = Open the whole one ({ $shelf })

## Saving by name

save-title = Save this game
save-secrets = A save holds every secret of the game: the seed, all mandates and every order, those of the others too. Whoever has the file can read them.
save-name = Name
save-suggestion = { $level } – { $who } – round { $round }
save-replaces = A game of this name is there already. Save again to replace it.
save-replace = Replace it
save-leave = Save and go to the menu
save-done = Saved.
save-failed-safe = Nothing was changed. Your game goes on, and is kept as before.
save-kept-anyway = Your game is kept by itself too. A save keeps this moment.

## Replay

replay-title = Replay
replay-all = Everyone
replay-looks = Seen by
replay-looks-own = Until this game is over you see what your seat may know.
replay-looks-over = This game is over: every seat and the whole truth are open.
replay-moment = Moment { $at } of { $last }
replay-bar = Moments of the game
replay-place = Round { $round } of { $rounds } · { $stop }
replay-round = Round { $round }
replay-round-at = Round { $round } · { $stop }
replay-story = The story so far
replay-undone = Taken back
replay-scores = Score, if nothing more were signed
replay-run = Play
replay-run-again = Play again
replay-halt = Pause
replay-step-back = Back
replay-step-on = On
replay-at-start = This is the first moment.
replay-at-end = This is the last moment.
replay-slow = Slow
replay-plain = Plain
replay-fast = Fast
replay-play-on = Play on from here
replay-play-on-over = The game is over here. Go back to an earlier moment.
replay-seat-person = A person
replay-fork-title = Play on from here
replay-fork-lead = A new game begins in round { $round }, as everything stands at this moment. The old one stays as it is. Who plays?
replay-fork-begin = Begin
replay-fork-nobody = At least one person has to play.
key-replay-run = Play or pause
key-replay-step = One moment back or on
key-replay-round = One round back or on
key-replay-ends = To the beginning or the end
key-replay-view = See it from the next seat
key-replay-speed = Change the speed
key-replay-fork = Play on from this moment
key-replay-back = Go back to where you came from
