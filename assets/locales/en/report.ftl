# What stands on reports besides the debrief itself.

# The language of these words, as pages for the browser name it.
report-language = en
report-contents = Contents
report-foot = Made with Rare Terms. Every figure was worked out from the record of the game.
report-page = Page { $page } of { $pages }
# Spoken for the sign before a verdict.
report-went-well = Went well:
report-went-badly = Went badly:
# Who played, where names are left out. The letter goes by seats.
report-player = Player { $letter }
# Stands behind what the report is about.
report-played-by = { $party }: { $name }
