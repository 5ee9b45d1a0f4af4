### Changing keys on the list of keys.

keys-lead = A key with an outline can be changed: press it, then press the new key. The others always do the same.
keys-spoken = Key for { $what }: { $key }, change
keys-spoken-waiting = Key for { $what }: press the new key, or Esc to leave { $key }
keys-waiting = Press a key
keys-waiting-note = Press the new key, with Ctrl, Shift or Alt if you like. Esc leaves it as it is.
keys-with-ctrl = Ctrl { $key }
keys-with-shift = Shift { $key }
keys-with-alt = Alt { $key }
keys-taken = { $key } is taken. It is: { $what }.
keys-kept-moving = { $key } cannot be given to anything else: on every screen it moves about, presses or closes.
keys-kept-number = { $key } cannot be given to anything else: it chooses by number.
keys-kept-typing = { $key } cannot be given to anything else: it is for typing and copying.
keys-kept-help = { $key } cannot be given to anything else: it always shows this list.
keys-usual = Usual key: { $key }
keys-all-usual = All keys as usual
keys-usual-already = All keys are as usual.
