"""Three-valued logic: True, False and None for "cannot be told"."""


def not3(a):
    return None if a is None else not a


def all3(values):
    """False as soon as one is False, None when one cannot be told, else True."""
    worst = True
    for value in values:
        if value is False:
            return False
        if value is None:
            worst = None
    return worst


def any3(values):
    """True as soon as one is True, None when one cannot be told, else False."""
    best = False
    for value in values:
        if value is True:
            return True
        if value is None:
            best = None
    return best


def and3(*values):
    return all3(values)


def or3(*values):
    return any3(values)
