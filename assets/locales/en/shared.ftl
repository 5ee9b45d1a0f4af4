### Several people at one screen, taking back, and what has to be told besides the game.

## Passing the screen

# $name is a person's, $party is what they play
shared-who = { $name } ({ $party })
shared-pass = Pass the screen to { THE($who) }
shared-lead = Nobody’s desk is on the screen now.
shared-public = { $round } · { $stop }
shared-pin = PIN
shared-pin-wrong = That is not the PIN of this seat. Try again.
shared-show = I am { $name }: show my desk
shared-show-plain = I play { THE($party) }: show my desk
shared-back = Back to { THE($who) }
shared-waiting = It is the turn of { THE($who) }.
shared-turn = { CAPITAL(THE($who)) } can have the screen.

## The menu: who plays

menu-screen = At this screen
menu-alone = One person
menu-alone-note = The computer plays the other parties.
menu-several = Several people
menu-several-note = They pass the screen round, and it shows nobody’s desk in between. The computer plays the other parties.
menu-all-note = They pass the screen round, and it shows nobody’s desk in between.
menu-people = The parties that people play
menu-by-person = A person · { $office }
menu-by-computer = The computer · { $office }
menu-name-hint = Name
menu-name-of = Name of the person who plays { THE($party) }
menu-pin-hint = PIN
menu-pin-of = PIN of the person who plays { THE($party) }
menu-pin-note = Names and PINs can be left out. A PIN has four to eight digits and opens one desk; look away while others type.
menu-start-no-person = Choose a party for at least one person.
menu-start-short-pin = The PIN of { THE($party) } needs four to eight digits, or none at all.

## Taking back

take-back = Take back
take-back-note = Takes back the last thing you did, as long as nobody else has seen it.
key-take-back = Undo the last change of the draft, or take back the last thing you did

## What has to be told

notice-not-kept = What you do is not being saved: { $why }. Play goes on. Free some space, or save elsewhere from the menu.
notice-broke-down =
    { $count ->
        [one] The computer opponent of { THE($party) } broke down, so it passed. The record notes it.
       *[other] The computer opponents of { THE($party) } broke down, so they passed. The record notes it.
    }
notice-dismiss = Dismiss

## The result
