### The screen of the debrief, and saving a report. What a debrief says stands elsewhere.

## Before there is anything to read

debriefing-working = Looking back at the game
debriefing-working-text = The debrief is being worked out: what could have been signed, where it turned, and what if. This takes a moment.
debriefing-failed = There is no debrief of this game
debriefing-failed-text = It broke down while it was being worked out. The game itself is safe, and you can replay it. To report the fault, send the line below to whoever you have the game from.

## The bar

debriefing-save = Save report
debriefing-replay = Replay
debriefing-fork = Fork from a turn
debriefing-fork-note = Opens the replay at the last round. Go to any moment there, and play on from it.
debriefing-again = Play again
debriefing-again-note = The same party, rules and seed.
debriefing-again-nobody = No person plays in this game.
debriefing-menu = Menu

## At the foot of the front page

debriefing-once-more = Once more
debriefing-seed = Rules: { $rules }. Seed { $seed }.
debriefing-other = Play { THE($party) }
debriefing-other-note = The same rules and seed from another seat.
debriefing-change-seats = Change seats
debriefing-change-seats-note = The same rules and seed; everyone moves on by one seat. PINs are not kept.

## Keys

key-debriefing-sheet = Read a sheet by its number
key-debriefing-step = One sheet back or on
key-debriefing-next = One sheet on; with Shift, one back
key-debriefing-scroll = Scroll the page
key-debriefing-save = Save a report
key-debriefing-replay = Replay the game
key-debriefing-fork = Replay it at the last round, to play on from a moment
key-debriefing-leave = Open the menu, or go back to the saved games

## Saving a report

report-title = Save a report
report-secrets = A report tells the whole game with every secret: mandates, offers, scores.
report-form = Format
report-form-html = HTML
    .note = One page for the browser, which prints well. It needs no network.
report-form-pdf = PDF
    .note = The same pages for paper.
report-form-csv = CSV
    .note = Offers, orders, votes, scores and solutions as a table for spreadsheets.
report-form-json = JSON
    .note = The same for programs.
report-names = Names of the players
report-names-out = Leave out
    .note = People are called Player A, Player B and so on.
report-names-kept = Keep
    .note = Whoever reads the report learns who played which party.
report-name = Name of the file
report-name-suggestion = { $level } – { $day }
report-folder = In the folder { $folder }
report-replaces = A report of this name is there already. Choose another name, or replace it.
report-save = Save
report-replace = Replace it
report-working = Writing the report …
report-done = Saved.
report-failed-safe = Nothing was changed: what was there before is still there.
