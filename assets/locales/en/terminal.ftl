### The terminal.
