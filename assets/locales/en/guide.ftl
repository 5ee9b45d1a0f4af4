### Hints of a guide. Their sentences are the level's own.

guide-hide = Hide hints
    .note = The settings bring them back.
