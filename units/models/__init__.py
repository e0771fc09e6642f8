from .area import Area
from .membership import Membership, Role
from .unit import Succession, Unit, UnitAlias, UnitGroup
from .user import User

__all__ = ["Area", "Membership", "Role", "Succession", "Unit", "UnitAlias", "UnitGroup", "User"]
