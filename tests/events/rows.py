"""What the tests of the room read off events."""


def coded(record):
    names = {actor.id: actor.name for actor in record.actors}
    return [
        (
            event.event,
            event.status,
            {names[a] for a in event.actors},
            {names[r] for r in event.recipients},
        )
        for event in record.events
    ]


def kinds(record):
    return {(event.event, event.status) for event in record.events}
