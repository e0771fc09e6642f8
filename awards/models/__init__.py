from .certainty import Certainty
from .event import CatalogueEvent
from .instrument import Instrument
from .salary import BaseSalary
from .title import AwardProvision, AwardTitle

__all__ = ["AwardProvision", "AwardTitle", "BaseSalary", "CatalogueEvent", "Certainty", "Instrument"]
