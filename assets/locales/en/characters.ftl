### Who computer opponents are: names, what they are like, and how they talk.

character-patient = the patient
character-patient-about = Waits, and lets others run out of time. Moves late and little, and keeps its word.
character-patient-voice = There is always another day. Is there for you?
character-deadline = the deadline player
character-deadline-about = Gives nothing until the last plane leaves, and then almost everything that it still can.
character-deadline-voice = Call me when the engines are running.
character-principled = the principled
character-principled-about = Asks from the start for what it holds to be fair to both, says what matters to it, and stays there.
character-principled-voice = I have told you what I need and why. Tell me what is unfair about it.
character-dealmaker = the dealmaker
character-dealmaker-about = Wants a signature today. Opens high, moves quickly, and answers every step with one of its own.
character-dealmaker-voice = Let us sign something. What would it take?
character-wounded = the wounded
character-wounded-about = Feels passed over. Standing weighs double on it, an insult makes it dearer, and a word of backing makes it cheap.
character-wounded-voice = You could have said so in public. That would have cost you nothing.
character-bluffer = the bluffer
character-bluffer-about = Names red lines that it does not have and priorities that are not its own, and gives way when they are called.
character-bluffer-voice = Never. Not while I hold this office. What else have you got?
character-bookkeeper = the bookkeeper
character-bookkeeper-about = Keeps accounts: gives what it was given and no more, and waits for the other side to move.
character-bookkeeper-voice = By my count it is your turn.
character-strategist = the strategist
character-strategist-about = Plays the game out in its head before it moves, and moves where that ends best.
character-strategist-voice = I have seen where this goes. Shall we save ourselves the detour?

opponent-of-character = { $tier }, { $character }

## References, to measure by

difficulty-boulware = Boulware, a reference
difficulty-linear = Linear, a reference
difficulty-conceder = Conceder, a reference
difficulty-micro = MiCRO, a reference
