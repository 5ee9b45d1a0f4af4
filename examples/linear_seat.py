"""A program that plays a party of Rare Terms: it asks for much at first and concedes in a straight line.

It speaks the seat protocol (docs/seat-protocol.md) over standard input and output and needs Python 3.8 or later, and nothing else:

    rare-terms simulate tokyo_2025 --games 20 --seat "japan=exec python3 examples/linear_seat.py"

It knows no rule of the game. What may be done it reads in `legal`; what a package is worth it asks with `appraise`.
"""

import json
import sys

PROTOCOL = 1
# Offers that its own chamber is less likely to ratify than this are not signed, in percent.
CHANCES = 50


def send(message):
    print(json.dumps(message), flush=True)


def receive():
    """The next message; None when there are no more."""
    line = sys.stdin.readline()
    return json.loads(line) if line else None


class Game:
    """One game, from `hello` to `over`."""

    def __init__(self, hello):
        self.party = hello["party"]
        self.rounds = len(hello["level"]["rounds"])
        self.tried = set()
        # The most that any package was ever found to be worth to us.
        self.most = 0

    def play(self, turn):
        """The command for a turn."""
        legal = turn["legal"]
        target = self.target(turn["round"])
        accept = [command["offer"] for command in legal["commands"] if command["do"] == "accept"]
        offers = [offer for offer in turn["offers"] if offer["offer"] in accept and self.good(offer["judgement"], target)]
        if offers:
            best = max(offers, key=lambda offer: offer["judgement"]["gain"])
            return {"do": "accept", "offer": best["offer"]}
        for bargain in sorted(legal["bargains"], key=lambda bargain: bargain["cost"]):
            proposal = self.proposal(turn["turn"], turn["round"], bargain)
            if proposal is not None:
                return {"do": "propose", **proposal}
        # Passes in the talks, picks no measure, keeps promises, and lets others have their way.
        return legal["safe"]

    def target(self, round):
        """The gain that it asks for: everything in the first round, anything at all in the last."""
        left = (self.rounds - round) / max(1, self.rounds - 1)
        return max(1, int(self.most * left))

    def good(self, judgement, target):
        """Whether a package may be signed and is worth as much as it asks for."""
        home = judgement["home"]
        ratified = home is None or home["chances"] >= CHANCES
        return ratified and not judgement["blockers"] and judgement["gain"] >= target

    def proposal(self, turn, round, bargain):
        """A package for these parties that has not been tried yet, or None."""
        partners = [party for party in bargain["parties"] if party != self.party]
        options = {issue: self.judged(turn, bargain, issue) for issue in bargain["issues"]}
        # Begin with what is best for us, issue by issue; an issue that only costs us is left alone.
        package = {}
        for issue, choices in options.items():
            own, _, option = max(choices, default=(0, 0, None), key=lambda choice: choice[0])
            if option is not None and own > 0:
                package[issue] = option
        self.most = max(self.most, sum(self.value(options, package, issue)[0] for issue in package))
        target = self.target(round)
        # Give what costs us least for what it brings the others, as long as enough is left.
        while True:
            own = sum(self.value(options, package, issue)[0] for issue in package)
            gifts = []
            for issue, choices in options.items():
                have = self.value(options, package, issue)
                for mine, theirs, option in choices:
                    cost, worth = have[0] - mine, theirs - have[1]
                    if worth > 0 and own - cost >= target:
                        gifts.append((worth / max(1, cost), issue, option))
            if not gifts:
                break
            _, issue, option = max(gifts)
            package[issue] = option
        # The whole is more, or less, than its parts: have it judged, and leave out what stands in the way.
        while package:
            key = json.dumps([bargain["parties"], package], sort_keys=True)
            if key in self.tried:
                return None
            self.tried.add(key)
            judgement = self.ask(turn, bargain["parties"], package)
            if judgement is None:
                return None
            if self.good(judgement, target) and self.wanted(judgement, partners):
                return {"parties": bargain["parties"], "package": package}
            if not judgement["blockers"]:
                return None
            for change in [change for blocker in judgement["blockers"] for change in blocker["cleared_by"][:1]]:
                if change["option"] is None:
                    package.pop(change["issue"], None)
                else:
                    package[change["issue"]] = change["option"]
        return None

    def judged(self, turn, bargain, issue):
        """What each option of an issue is worth on its own: to us, and to the partners as far as we may know."""
        choices = []
        for option in bargain["issues"][issue]:
            judgement = self.ask(turn, bargain["parties"], {issue: option})
            if judgement is not None:
                others = [judgement["others"].get(party) for party in bargain["parties"]]
                theirs = sum((other["low"] + other["high"]) // 2 for other in others if other)
                choices.append((judgement["gain"], theirs, option))
        return choices

    def value(self, options, package, issue):
        """What the option that a package has for an issue is worth to us and to the partners."""
        for mine, theirs, option in options[issue]:
            if option == package.get(issue):
                return mine, theirs
        return 0, 0

    def wanted(self, judgement, partners):
        """Whether every partner could gain, as far as we may know."""
        return all(judgement["others"].get(party, {"high": 1})["high"] > 0 for party in partners)

    def ask(self, turn, parties, package):
        """What a package is worth, or None if it is none that can be judged."""
        send({"turn": turn, "do": "appraise", "parties": parties, "package": package})
        message = receive()
        if message is not None and message["type"] == "appraisal":
            return message["judgement"]
        return None


def main():
    game = None
    while True:
        message = receive()
        if message is None:
            return
        if message["type"] == "hello":
            if message["protocol"] != PROTOCOL:
                sys.exit(f"this program speaks protocol {PROTOCOL}, and not {message['protocol']}")
            game = Game(message)
        elif message["type"] == "turn":
            send({"turn": message["turn"], **game.play(message)})
        elif message["type"] == "error":
            print(f"refused: {message['message']}", file=sys.stderr)
            send({"turn": message["turn"], "do": "safe"})


if __name__ == "__main__":
    main()
