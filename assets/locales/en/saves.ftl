### Saved games, the replay, and what is said when a fault of the program stops it.

## A fault of the program

crash-opponent = An opponent broke down and passes this turn: { $message }
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
