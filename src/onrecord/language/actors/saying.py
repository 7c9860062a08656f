"""Verbs that tell who speaks, for the resolution of pronouns."""

from __future__ import annotations

SAYING = frozenset(
    "say tell add ask announce believe think warn note argue explain write post claim deny admit "
    "insist urge declare reply stress suggest confirm vow pledge promise recall testify tweet "
    "respond continue conclude observe remark comment acknowledge state assert quip joke reveal "
    "lament complain concede maintain answer wonder read call describe emphasise emphasize "
    "shout".split()
)

# Verbs that govern who speaks in a quotation, as the weights of pronouns know them.
SPEECH = frozenset(
    "say tell claim state believe think know feel announce write reveal note explain add admit "
    "hope realize realise learn discover find decide remember recall deny insist suggest".split()
)
