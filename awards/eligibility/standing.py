"""Which states of a nomination count: what is under way may still become an award."""

from ..models import Nomination

State = Nomination.State
DEAD = (State.WITHDRAWN, State.REFUSED, State.NOT_AGREED)
OVER = (*DEAD, State.AWARDED)
