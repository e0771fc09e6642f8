from .area import Area
from .group import UnitAlias, UnitGroup
from .membership import Membership, Role
from .unit import Succession, Unit
from .user import User

__all__ = ["Area", "Membership", "Role", "Succession", "Unit", "UnitAlias", "UnitGroup", "User"]
